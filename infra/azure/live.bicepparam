// Boards at work. The secret comes from the environment at the first deployment, and never again.
using 'main.bicep'

param name = 'esclive'
param publicAddress = 'https://differences.example.org'
param secret = readEnvironmentVariable('ESCALATION_FIRST_SECRET', '')
param settings = {
  ESCALATION_MAIL: 'notify'
  ESCALATION_NOTIFY_TEMPLATE: '00000000-0000-0000-0000-000000000000'
}
param secretSettings = { ESCALATION_NOTIFY_KEY: 'notify-key' }
param secretValues = json(readEnvironmentVariable('ESCALATION_SECRETS', '{}'))
param operators = ['operator@example.org', 'deputy@example.org']
param alwaysReady = 1
param mostInstances = 100
