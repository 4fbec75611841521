{
  "Comment": "Asks again until there is an answer.",
  "QueryLanguage": "JSONata",
  "StartAt": "ask",
  "States": {
    "ask": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${PollAskFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}"
        }
      },
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, $states.result.Payload.signals])}]) %}",
      "TimeoutSeconds": 11,
      "Retry": [
        {
          "ErrorEquals": [
            "S3DataPreconditionError"
          ],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxAttempts": 4,
          "MaxDelaySeconds": 8,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "StoreUnavailableError",
            "StartUnavailableError"
          ],
          "IntervalSeconds": 2,
          "BackoffRate": 2,
          "MaxAttempts": 6,
          "MaxDelaySeconds": 60,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException"
          ],
          "IntervalSeconds": 2,
          "BackoffRate": 2,
          "MaxAttempts": 6,
          "MaxDelaySeconds": 60,
          "JitterStrategy": "FULL"
        }
      ],
      "Next": "decide"
    },
    "decide": {
      "Type": "Choice",
      "Comment": "How does it stand? {% 1 %}",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`ask-output`.`state` = \"done\" %}",
          "Next": "finish"
        },
        {
          "Condition": "{% $states.input.signals.`ask-output`.`state` = \"broken\" or $states.input.signals.`ask-output`.`asked` >= $states.input.signals.`input`.`limit` %}",
          "Next": "give-up"
        }
      ],
      "Default": "pause"
    },
    "pause": {
      "Type": "Wait",
      "Seconds": 60,
      "Next": "ask"
    },
    "give-up": {
      "Type": "Fail",
      "Error": "NoAnswer",
      "Cause": "{% \"{\\u0025 \u0024{x} \\\"asked\\\" in vain \\u0025}\" %}"
    },
    "finish": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${PollFinishFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}"
        }
      },
      "Output": "{% $states.input %}",
      "TimeoutSeconds": 11,
      "Retry": [
        {
          "ErrorEquals": [
            "S3DataPreconditionError"
          ],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxAttempts": 4,
          "MaxDelaySeconds": 8,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "StoreUnavailableError",
            "StartUnavailableError"
          ],
          "IntervalSeconds": 2,
          "BackoffRate": 2,
          "MaxAttempts": 6,
          "MaxDelaySeconds": 60,
          "JitterStrategy": "FULL"
        },
        {
          "ErrorEquals": [
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException"
          ],
          "IntervalSeconds": 2,
          "BackoffRate": 2,
          "MaxAttempts": 6,
          "MaxDelaySeconds": 60,
          "JitterStrategy": "FULL"
        }
      ],
      "End": true
    }
  }
}
