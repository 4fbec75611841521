{
  "QueryLanguage": "JSONata",
  "StartAt": "deal",
  "States": {
    "deal": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${RoundsDealFunctionArn}",
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
      "Next": "play"
    },
    "play": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "left-hand",
          "States": {
            "left-hand": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${RoundsLeftHandFunctionArn}",
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
              "End": true
            }
          }
        },
        {
          "StartAt": "right-hand",
          "States": {
            "right-hand": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${RoundsRightHandFunctionArn}",
                "Payload": {
                  "processData": "{% $states.input.processData %}",
                  "execution": "{% $states.context.Execution.Id %}",
                  "state": "{% $states.context.State.Name %}",
                  "entered": "{% $states.context.State.EnteredTime %}",
                  "retry": "{% $states.context.State.RetryCount %}",
                  "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                  "error": "{% $exists($states.input.error) ? $states.input.error : null %}"
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
              "End": true
            }
          }
        }
      ],
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, {'left-hand-output': $states.result[0].signals.`left-hand-output`, 'right-hand-output': $states.result[1].signals.`right-hand-output`}])}]) %}",
      "Catch": [
        {
          "ErrorEquals": [
            "Spilled"
          ],
          "Next": "pause",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'play'}}]) %}"
        }
      ],
      "Next": "report"
    },
    "report": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${RoundsReportFunctionArn}",
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
      "Next": "judge"
    },
    "judge": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`left-hand-output`.`points` + $states.input.signals.`right-hand-output`.`points` >= 8 %}",
          "Next": "finish"
        }
      ],
      "Default": "pause"
    },
    "pause": {
      "Type": "Wait",
      "Seconds": 1,
      "Next": "deal"
    },
    "finish": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${RoundsFinishFunctionArn}",
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
