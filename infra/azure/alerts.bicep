// What somebody has to be told of, told by mail: deadlines that pass in silence, letters that do not go out, orchestrations that failed.
param name string
param location string
param operators array
param insightsId string
param address string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: take(name, 12)
    emailReceivers: [for (operator, at) in operators: { name: 'operator ${at + 1}', emailAddress: operator, useCommonAlertSchema: true }]
  }
}

// Asked from outside, so that it also notices an app that is not there at all.
resource asking 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-waking'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    Name: 'Deadlines are kept'
    SyntheticMonitorId: '${name}-waking'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 60
    RetryEnabled: true
    // Dublin, Amsterdam, Paris.
    Locations: [{ Id: 'emea-gb-db3-azr' }, { Id: 'emea-nl-ams-azr' }, { Id: 'emea-fr-pra-edge' }]
    Request: { RequestUrl: '${address}/health/waking', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource wakingLate 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-waking-late'
  location: 'global'
  tags: { 'hidden-link:${insightsId}': 'Resource', 'hidden-link:${asking.id}': 'Resource' }
  properties: {
    description: 'What was due more than a minute ago is waiting, or nobody answers. docs/azure.md says what to look at.'
    severity: 0
    enabled: true
    scopes: [asking.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: asking.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

var questions = [
  {
    // Once is what an upgrade or a fault of the storage leaves behind; again and again is letters that nobody sends.
    key: 'outbox-old'
    severity: 1
    most: 2
    description: 'For some minutes running, differences were found that had been due, or owed letters, for two minutes while nothing woke them.'
    query: 'traces | where message has "were due or owed notices and were woken"'
  }
  {
    key: 'notices-dead'
    severity: 2
    most: 0
    description: 'Letters were given up. The board office has been told; its page of notices sends them again.'
    query: 'traces | where message startswith "Notice " and message has " is given up: "'
  }
  {
    key: 'orchestrations-failed'
    severity: 1
    most: 0
    description: 'An orchestration failed. The reconciler starts it anew; one that keeps failing needs somebody who reads its trace.'
    // Activities that fail say so in the same words, and are tried again.
    query: 'traces | where customDimensions["Category"] == "Host.Triggers.DurableTask" and customDimensions["prop__state"] == "Failed" and customDimensions["prop__functionType"] == "Orchestrator"'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [for question in questions: {
  name: '${name}-${question.key}'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: '${name}-${question.key}'
    description: question.description
    severity: question.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [{
        query: question.query
        timeAggregation: 'Count'
        operator: 'GreaterThan'
        threshold: question.most
        failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
      }]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}]
