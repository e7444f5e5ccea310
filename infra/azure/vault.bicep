// Secrets: above all the one under which every difference's key is wrapped. Without it nobody reads a name, whoever holds the storage.
param name string
param location string

@description('Values to set, by name.')
@secure()
param secrets object

param principalId string
param subnetId string
param zoneId string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User: reads values, lists nothing

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // Losing the secret is losing every record: it cannot be purged before its time, by nobody.
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
    publicNetworkAccess: 'Disabled'
  }

  // Deploying goes through Azure's own front door, which the closed network does not shut.
  resource values 'secrets' = [for secret in items(secrets): {
    name: secret.key
    properties: { value: secret.value, contentType: 'text/plain' }
  }]
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${name}-vault'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: 'vault', properties: { privateLinkServiceId: vault.id, groupIds: ['vault'] } }]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'vault', properties: { privateDnsZoneId: zoneId } }] }
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
