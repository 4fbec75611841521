{
  "QueryLanguage": "JSONata",
  "StartAt": "read-input",
  "States": {
    "read-input": {
      "Type": "Task",
      "Comment": "Hands over what conditions need of the input.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookReadInputFunctionArn}",
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
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'read-input'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'read-input'}}]) %}"
        }
      ],
      "Next": "each-tour"
    },
    "each-tour": {
      "Type": "Map",
      "Items": "{% [0..$states.input.signals.`input`.`$count(tours)` - 1] %}",
      "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
      "MaxConcurrency": 2,
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "INLINE"
        },
        "StartAt": "hire",
        "States": {
          "hire": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${BookHireFunctionArn}",
              "Payload": {
                "processData": "{% $states.input.processData %}",
                "execution": "{% $states.context.Execution.Id %}",
                "state": "{% $states.context.State.Name %}",
                "entered": "{% $states.context.State.EnteredTime %}",
                "retry": "{% $states.context.State.RetryCount %}",
                "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                "iteration": "{% $states.input.iteration %}"
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
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'hire'}}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'hire'}}]) %}"
              }
            ],
            "Next": "each-leg-list"
          },
          "each-leg": {
            "Type": "Map",
            "Items": "{% [0..$states.input.signals.`tour`.`$count(legs)` - 1] %}",
            "ItemSelector": "{% $merge([$states.input, {'iteration': $states.input.iteration & '/' & $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
            "MaxConcurrency": 40,
            "ItemProcessor": {
              "ProcessorConfig": {
                "Mode": "INLINE"
              },
              "StartAt": "reserve",
              "States": {
                "reserve": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {
                    "FunctionName": "${BookReserveFunctionArn}",
                    "Payload": {
                      "processData": "{% $states.input.processData %}",
                      "execution": "{% $states.context.Execution.Id %}",
                      "state": "{% $states.context.State.Name %}",
                      "entered": "{% $states.context.State.EnteredTime %}",
                      "retry": "{% $states.context.State.RetryCount %}",
                      "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                      "iteration": "{% $states.input.iteration %}"
                    }
                  },
                  "Output": "{% {} %}",
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
                      "Next": "end of a failed each-leg",
                      "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'reserve'}}]) %}"
                    },
                    {
                      "ErrorEquals": [
                        "States.ALL"
                      ],
                      "Next": "end of a failed each-leg",
                      "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'reserve'}}]) %}"
                    }
                  ],
                  "End": true
                },
                "end of a failed each-leg": {
                  "Type": "Fail",
                  "Comment": "Says which iteration has failed.",
                  "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
                  "Cause": "{% $string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, 'cause': $substring($states.input.error.cause, 0, 20000)}) %}"
                }
              }
            },
            "Output": "{% $states.input %}",
            "Catch": [
              {
                "ErrorEquals": [
                  "States.DataLimitExceeded"
                ],
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}, 'settling': 11}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}, 'settling': 11}]) %}"
              }
            ],
            "Next": "each-leg-collect"
          },
          "each-leg-list": {
            "Type": "Task",
            "Comment": "Finds the items of each-leg.",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${BookEachLegListFunctionArn}",
              "Payload": {
                "processData": "{% $states.input.processData %}",
                "execution": "{% $states.context.Execution.Id %}",
                "state": "{% $states.context.State.Name %}",
                "entered": "{% $states.context.State.EnteredTime %}",
                "retry": "{% $states.context.State.RetryCount %}",
                "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                "iteration": "{% $states.input.iteration %}"
              }
            },
            "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, {'tour': $states.result.Payload.signals.`tour`}])}]) %}",
            "TimeoutSeconds": 31,
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
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}}]) %}"
              }
            ],
            "Next": "each-leg"
          },
          "each-leg-collect": {
            "Type": "Task",
            "Comment": "Puts the outputs of each-leg together.",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${BookEachLegCollectFunctionArn}",
              "Payload": {
                "processData": "{% $states.input.processData %}",
                "execution": "{% $states.context.Execution.Id %}",
                "state": "{% $states.context.State.Name %}",
                "entered": "{% $states.context.State.EnteredTime %}",
                "retry": "{% $states.context.State.RetryCount %}",
                "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                "iteration": "{% $states.input.iteration %}",
                "collect": "{% {'items': $states.input.signals.`tour`.`$count(legs)`} %}"
              }
            },
            "Output": "{% {} %}",
            "TimeoutSeconds": 61,
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
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-tour",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-leg'}}]) %}"
              }
            ],
            "End": true
          },
          "end of a failed each-tour": {
            "Type": "Fail",
            "Comment": "Says which iteration has failed.",
            "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
            "Cause": "{% $string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, 'cause': $substring($states.input.error.cause, 0, 20000)}) %}"
          }
        }
      },
      "Output": "{% $states.input %}",
      "Catch": [
        {
          "ErrorEquals": [
            "NoSeat"
          ],
          "Next": "give-up",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}, 'settling': 11}]) %}"
        },
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}, 'settling': 11}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}, 'settling': 11}]) %}"
        }
      ],
      "Next": "each-tour-collect"
    },
    "each-tour-collect": {
      "Type": "Task",
      "Comment": "Puts the outputs of each-tour together.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookEachTourCollectFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "collect": "{% {'items': $states.input.signals.`input`.`$count(tours)`} %}"
        }
      },
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, $states.result.Payload.signals])}]) %}",
      "TimeoutSeconds": 61,
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
            "NoSeat"
          ],
          "Next": "give-up",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-tour'}}]) %}"
        }
      ],
      "Next": "each-row"
    },
    "each-row": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": {
          "InputType": "JSON"
        },
        "Arguments": {
          "Bucket": "${BucketName}",
          "Key": "{% 'items/Book/' & $states.input.processData & '/each-row' %}"
        }
      },
      "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0'), 'execution': $states.context.Execution.Id, 'items': $merge([$states.input.items, {'each-row': $states.context.Map.Item.Value}])}]) %}",
      "MaxConcurrency": 40,
      "ToleratedFailureCount": 1,
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "DISTRIBUTED",
          "ExecutionType": "STANDARD"
        },
        "StartAt": "add",
        "States": {
          "add": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${BookAddFunctionArn}",
              "Payload": {
                "processData": "{% $states.input.processData %}",
                "execution": "{% $states.input.execution %}",
                "state": "{% $states.context.State.Name %}",
                "entered": "{% $states.context.State.EnteredTime %}",
                "retry": "{% $states.context.State.RetryCount %}",
                "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                "iteration": "{% $states.input.iteration %}",
                "items": "{% $states.input.items %}"
              }
            },
            "Output": "{% {} %}",
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
                "Next": "end of a failed each-row",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'add'}}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-row",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'add'}}]) %}"
              }
            ],
            "End": true
          },
          "end of a failed each-row": {
            "Type": "Fail",
            "Comment": "Says which iteration has failed.",
            "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
            "Cause": "{% $string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, 'cause': $substring($states.input.error.cause, 0, 20000)}) %}"
          }
        }
      },
      "ResultWriter": {
        "Resource": "arn:aws:states:::s3:putObject",
        "Arguments": {
          "Bucket": "${BucketName}",
          "Prefix": "{% 'runs/Book/' & $states.input.processData & '/each-row' %}"
        },
        "WriterConfig": {
          "Transformation": "COMPACT",
          "OutputType": "JSON"
        }
      },
      "Output": "{% $states.input %}",
      "Catch": [
        {
          "ErrorEquals": [
            "States.DataLimitExceeded"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-row'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-row'}}]) %}"
        }
      ],
      "Next": "each-row-collect"
    },
    "each-row-collect": {
      "Type": "Task",
      "Comment": "Puts the outputs of each-row together.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookEachRowCollectFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "collect": "{% {'items': $states.input.signals.`all-seats`.`$count()`} %}"
        }
      },
      "Output": "{% $states.input %}",
      "TimeoutSeconds": 61,
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
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-row'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-row'}}]) %}"
        }
      ],
      "Next": "pay"
    },
    "pay": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookPayFunctionArn}",
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
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pay'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "wait for branches",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pay'}}]) %}"
        }
      ],
      "End": true
    },
    "give-up": {
      "Type": "Pass",
      "Output": "{% $merge([$states.input, {'error': {'name': \"NoTour\", 'cause': \"Some leg has no seat left.\", 'step': 'give-up'}}]) %}",
      "Next": "wait for branches"
    },
    "wait for branches": {
      "Type": "Wait",
      "Comment": "Functions of branches that were given up may still be at work.",
      "Seconds": "{% $exists($states.input.settling) ? $states.input.settling : 0 %}",
      "Next": "release"
    },
    "release": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookReleaseFunctionArn}",
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
            "UndoUnfinishedError"
          ],
          "IntervalSeconds": 1,
          "BackoffRate": 1,
          "MaxAttempts": 1000000,
          "JitterStrategy": "NONE"
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
          "Next": "dismiss",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'release']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "dismiss",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'release']}]) %}"
        }
      ],
      "Next": "dismiss"
    },
    "dismiss": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookDismissFunctionArn}",
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
            "UndoUnfinishedError"
          ],
          "IntervalSeconds": 1,
          "BackoffRate": 1,
          "MaxAttempts": 1000000,
          "JitterStrategy": "NONE"
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
          "Next": "regret",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'dismiss']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "regret",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'dismiss']}]) %}"
        }
      ],
      "Next": "regret"
    },
    "regret": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BookRegretFunctionArn}",
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
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'regret']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "end in failure",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'regret']}]) %}"
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
