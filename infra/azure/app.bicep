// The function app, on Flex Consumption: it grows with what is asked of it, and costs by what was asked.
param name string
param location string
param identityId string
param identityClientId string
param subnetId string
param storageName string
param packages string
param vaultUri string
param insightsConnection string
param settings object
param secretSettings object
param alwaysReady int
param mostInstances int

var storage = environment().suffixes.storage

var ownSettings = {
  // By identity, service by service: there is no connection string anywhere.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${storage}'
  AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${storage}'
  AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${storage}'
  // A page of the Functions host's own would answer for ours at the address itself, to whatever we do not.
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  ESCALATION_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/escalation-secret)'
}

var ofTheVault = toObject(items(secretSettings), s => s.key, s => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${s.value})')

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true, zoneRedundant: location == 'uksouth' }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Callers prove who they are to the service itself, by key or sign-in.
    clientCertEnabled: false
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: subnetId
    siteConfig: { minTlsVersion: '1.2', http20Enabled: true }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: mostInstances
        // Orchestrations and activities share instances of their own; they wake deadlines and are kept warm beside the web.
        alwaysReady: alwaysReady == 0 ? [] : [{ name: 'http', instanceCount: alwaysReady }, { name: 'durable', instanceCount: alwaysReady }]
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, ofTheVault, ownSettings)
  }

  // Nobody publishes with a password.
  resource noFtp 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }
  resource noScm 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false } }
}

output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
