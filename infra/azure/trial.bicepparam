// To try it out with invented people: the smallest that works.
using 'main.bicep'

param name = 'esctrial'
param publicAddress = 'https://differences-trial.example.org'
param secret = readEnvironmentVariable('ESCALATION_FIRST_SECRET', '')
param settings = {
  ESCALATION_MAIL: 'notify'
  ESCALATION_NOTIFY_TEMPLATE: '00000000-0000-0000-0000-000000000000'
}
param secretSettings = { ESCALATION_NOTIFY_KEY: 'notify-key' }
param secretValues = json(readEnvironmentVariable('ESCALATION_SECRETS', '{}'))
param operators = ['operator@example.org']
param redundancy = 'Standard_ZRS'
param alwaysReady = 0
param logDays = 30
