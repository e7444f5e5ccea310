// The Azure host: a function app that runs one durable orchestration per difference, and what it keeps its records in. README.md beside
// this file says what is made, what it costs, and how it is removed.
targetScope = 'resourceGroup'

@description('Of the deployment; part of the names of everything: small letters and figures.')
@minLength(3)
@maxLength(11)
param name string

@description('Where it runs. Records about adults at risk should stay in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'

@description('The https address under which people reach the service; links in letters lead there.')
param publicAddress string

@description('The secret under which personal data is encrypted, as "openssl rand -base64 48" makes it. Given once, at the first deployment: a later one without it leaves the secret as it is.')
@secure()
param secret string = ''

@description('How letters go out and what that needs: the variables of docs/operations.md, by name. No secrets: those are named in secretSettings.')
param settings object

@description('Settings whose values are secrets of the vault: the variable, and the name of its secret there.')
param secretSettings object = {}

@description('Values of those secrets, by their names in the vault. Given when they are new or changed; what is not given is left as it is.')
@secure()
param secretValues object = {}

@description('Who is told when something is wrong: email addresses of those who look after the service.')
@minLength(1)
param operators array

@description('Copies of the data: in three buildings (ZRS), or also in a second region (GZRS).')
@allowed(['Standard_ZRS', 'Standard_GZRS'])
param redundancy string = 'Standard_GZRS'

@description('Instances that are always there, so that nobody waits for a cold start; each costs by the hour.')
@minValue(0)
@maxValue(10)
param alwaysReady int = 1

@description('At most so many instances.')
@minValue(40)
@maxValue(1000)
param mostInstances int = 40

@description('Days for which logs are kept. They hold ids, never people.')
@minValue(30)
@maxValue(730)
param logDays int = 90

module network 'network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module identity 'identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    location: location
    redundancy: redundancy
    principalId: identity.outputs.principalId
    subnetId: network.outputs.endpointsSubnetId
    zones: network.outputs.storageZones
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: name
    location: location
    secrets: union(secretValues, empty(secret) ? {} : { 'escalation-secret': secret })
    principalId: identity.outputs.principalId
    subnetId: network.outputs.endpointsSubnetId
    zoneId: network.outputs.vaultZoneId
  }
}

module watching 'watching.bicep' = {
  name: 'watching'
  params: { name: name, location: location, logDays: logDays, principalId: identity.outputs.principalId }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    subnetId: network.outputs.appSubnetId
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    vaultUri: vault.outputs.uri
    insightsConnection: watching.outputs.insightsConnection
    settings: union(settings, { ESCALATION_ADDRESS: publicAddress })
    secretSettings: secretSettings
    alwaysReady: alwaysReady
    mostInstances: mostInstances
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    operators: operators
    insightsId: watching.outputs.insightsId
    address: app.outputs.address
  }
}

output functionApp string = app.outputs.name
output address string = app.outputs.address
output storageAccount string = storage.outputs.name
output vault string = vault.outputs.name
