{
  "Comment": "An order, undone step by step where a later step fails",
  "QueryLanguage": "JSONata",
  "StartAt": "reserve",
  "States": {
    "reserve": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderReserveFunctionArn}",
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'reserve'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'reserve'}}]) %}"
        }
      ],
      "Next": "prepare"
    },
    "prepare": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "charge",
          "States": {
            "charge": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderChargeFunctionArn}",
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
              "Next": "book"
            },
            "book": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderBookFunctionArn}",
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
        },
        {
          "StartAt": "box",
          "States": {
            "box": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderBoxFunctionArn}",
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
              "TimeoutSeconds": 21,
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
              "Next": "label"
            },
            "label": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderLabelFunctionArn}",
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
      ],
      "Output": "{% $states.input %}",
      "Catch": [
        {
          "ErrorEquals": [
            "PrinterBroken"
          ],
          "Next": "write-label",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'prepare'}, 'settling': 21}]) %}"
        },
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'prepare'}, 'settling': 21}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'prepare'}, 'settling': 21}]) %}"
        }
      ],
      "Next": "worth"
    },
    "worth": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`input`.`amount` > 1000 %}",
          "Next": "review"
        }
      ],
      "Default": "call-carrier"
    },
    "review": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderReviewFunctionArn}",
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'review'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "give-up",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'review'}}]) %}"
        }
      ],
      "Next": "reviewed"
    },
    "reviewed": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`verdict`.`ok` = true %}",
          "Next": "call-carrier"
        }
      ],
      "Default": "refuse"
    },
    "refuse": {
      "Type": "Pass",
      "Output": "{% $merge([$states.input, {'error': {'name': \"OrderRefused\", 'cause': \"The review said {\\u0025 no \\u0025}.\", 'step': 'refuse'}}]) %}",
      "Next": "wait for branches"
    },
    "call-carrier": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderCallCarrierFunctionArn}",
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'call-carrier'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'call-carrier'}}]) %}"
        }
      ],
      "Next": "confirm"
    },
    "confirm": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderConfirmFunctionArn}",
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'confirm'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'confirm'}}]) %}"
        }
      ],
      "End": true
    },
    "write-label": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderWriteLabelFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'write-label'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'write-label'}}]) %}"
        }
      ],
      "Next": "call-carrier"
    },
    "give-up": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderGiveUpFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'give-up'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'give-up'}}]) %}"
        }
      ],
      "Next": "call-carrier"
    },
    "wait for branches": {
      "Type": "Wait",
      "Comment": "Functions of branches that were given up may still be at work.",
      "Seconds": "{% $exists($states.input.settling) ? $states.input.settling : 0 %}",
      "Next": "recall"
    },
    "recall": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderRecallFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "unbox",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'recall']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "unbox",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'recall']}]) %}"
        }
      ],
      "Next": "unbox"
    },
    "unbox": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderUnboxFunctionArn}",
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "refund",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'unbox']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "refund",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'unbox']}]) %}"
        }
      ],
      "Next": "refund"
    },
    "refund": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderRefundFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
        }
      },
      "Output": "{% $states.input %}",
      "TimeoutSeconds": 11,
      "Retry": [
        {
          "ErrorEquals": [
            "BankBusy"
          ],
          "IntervalSeconds": 5,
          "BackoffRate": 2,
          "MaxAttempts": 2,
          "JitterStrategy": "FULL"
        },
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "release",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'refund']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "release",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'refund']}]) %}"
        }
      ],
      "Next": "release"
    },
    "release": {
      "Type": "Task",
      "Comment": "Puts what was reserved back on its shelf",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderReleaseFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "alarm",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'release']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "alarm",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'release']}]) %}"
        }
      ],
      "Next": "alarm"
    },
    "alarm": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderAlarmFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "sum-up",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'alarm']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "sum-up",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'alarm']}]) %}"
        }
      ],
      "Next": "sum-up"
    },
    "sum-up": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderSumUpFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}"
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
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "end in failure",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'sum-up']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "end in failure",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'sum-up']}]) %}"
        }
      ],
      "Next": "end in failure"
    },
    "end in failure": {
      "Type": "Fail",
      "Comment": "The error that the execution failed with first.",
      "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
      "Cause": "{% ( $note := $exists($states.input.failed) ? ' (Failed after that: ' & $join($states.input.failed, ', ') & '.)' : ''; $substring($states.input.error.cause, 0, 32768 - $length($note)) & $note ) %}"
    }
  }
}
