// The records, the orchestrations' own tables and queues, and the app's packages. Reached from the network alone, by identity alone.
param name string
param location string
param redundancy string
param principalId string
param subnetId string

@description('Ids of the private zones, by service.')
param zones object

var packages = 'packages'

@description('Built-in roles, by what they are for.')
var roles = {
  // The host keeps its locks in blobs and the platform the packages; Durable Functions needs queues and tables, the journal tables.
  blobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fac8' // Storage Queue Data Contributor
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
    publicNetworkAccess: 'Disabled'
    supportsHttpsTrafficOnly: true
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { deleteRetentionPolicy: { enabled: true, days: 14 } }

    resource packagesContainer 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }
}

// Whoever removes the resource group by mistake is stopped here first.
resource guard 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'records'
  properties: { level: 'CanNotDelete', notes: 'The records of professional differences. infra/azure/README.md says how they are removed on purpose.' }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  scope: account
  name: guid(account.id, principalId, role.value)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for zone in items(zones): {
  name: '${name}-${zone.key}'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: zone.key, properties: { privateLinkServiceId: account.id, groupIds: [zone.key] } }]
  }
}]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (zone, at) in items(zones): {
  parent: endpoints[at]
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: zone.key, properties: { privateDnsZoneId: zone.value } }] }
}]

output name string = account.name

@description('Address of the container that the platform takes the app\'s package from.')
output packages string = '${account.properties.primaryEndpoints.blob}${packages}'
