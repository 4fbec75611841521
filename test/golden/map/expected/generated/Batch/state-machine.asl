{
  "QueryLanguage": "JSONata",
  "StartAt": "prepare",
  "States": {
    "prepare": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BatchPrepareFunctionArn}",
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
      "Next": "at-once"
    },
    "at-once": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "each-order",
          "States": {
            "each-order": {
              "Type": "Map",
              "Comment": "Works on every order.",
              "Items": "{% [0..$states.input.signals.`input`.`$count(orders)` - 1] %}",
              "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
              "MaxConcurrency": 4,
              "ItemProcessor": {
                "ProcessorConfig": {
                  "Mode": "INLINE"
                },
                "StartAt": "weigh",
                "States": {
                  "weigh": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchWeighFunctionArn}",
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'weigh'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'weigh'}}]) %}"
                      }
                    ],
                    "Next": "each-line-list"
                  },
                  "each-line": {
                    "Type": "Map",
                    "Items": "{% [0..$states.input.signals.`order`.`$count(lines)` - 1] %}",
                    "ItemSelector": "{% $merge([$states.input, {'iteration': $states.input.iteration & '/' & $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
                    "MaxConcurrency": 40,
                    "ItemProcessor": {
                      "ProcessorConfig": {
                        "Mode": "INLINE"
                      },
                      "StartAt": "pick",
                      "States": {
                        "pick": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::lambda:invoke",
                          "Arguments": {
                            "FunctionName": "${BatchPickFunctionArn}",
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
                              "Next": "end of a failed each-line",
                              "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pick'}}]) %}"
                            },
                            {
                              "ErrorEquals": [
                                "States.ALL"
                              ],
                              "Next": "end of a failed each-line",
                              "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pick'}}]) %}"
                            }
                          ],
                          "End": true
                        },
                        "end of a failed each-line": {
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      }
                    ],
                    "Next": "each-line-collect"
                  },
                  "each-line-list": {
                    "Type": "Task",
                    "Comment": "Finds the items of each-line.",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchEachLineListFunctionArn}",
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
                    "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, {'order': $states.result.Payload.signals.`order`}])}]) %}",
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      }
                    ],
                    "Next": "each-line"
                  },
                  "each-line-collect": {
                    "Type": "Task",
                    "Comment": "Puts the outputs of each-line together.",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchEachLineCollectFunctionArn}",
                      "Payload": {
                        "processData": "{% $states.input.processData %}",
                        "execution": "{% $states.context.Execution.Id %}",
                        "state": "{% $states.context.State.Name %}",
                        "entered": "{% $states.context.State.EnteredTime %}",
                        "retry": "{% $states.context.State.RetryCount %}",
                        "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                        "iteration": "{% $states.input.iteration %}",
                        "collect": "{% {'items': $states.input.signals.`order`.`$count(lines)`} %}"
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-line'}}]) %}"
                      }
                    ],
                    "Next": "choose"
                  },
                  "choose": {
                    "Type": "Choice",
                    "Choices": [
                      {
                        "Condition": "{% $states.input.signals.`weigh-output`.`heavy` = true %}",
                        "Next": "lift"
                      }
                    ],
                    "Default": "pack"
                  },
                  "lift": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchLiftFunctionArn}",
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'lift'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'lift'}}]) %}"
                      }
                    ],
                    "Next": "pack"
                  },
                  "pack": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchPackFunctionArn}",
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
                          "TapeTorn"
                        ],
                        "IntervalSeconds": 1,
                        "BackoffRate": 2,
                        "MaxAttempts": 1,
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
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pack'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-order",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'pack'}}]) %}"
                      }
                    ],
                    "End": true
                  },
                  "end of a failed each-order": {
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
                    "States.ALL"
                  ],
                  "Next": "apologise",
                  "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-order'}}]) %}"
                }
              ],
              "Next": "each-order-collect"
            },
            "each-order-collect": {
              "Type": "Task",
              "Comment": "Puts the outputs of each-order together.",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${BatchEachOrderCollectFunctionArn}",
                "Payload": {
                  "processData": "{% $states.input.processData %}",
                  "execution": "{% $states.context.Execution.Id %}",
                  "state": "{% $states.context.State.Name %}",
                  "entered": "{% $states.context.State.EnteredTime %}",
                  "retry": "{% $states.context.State.RetryCount %}",
                  "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                  "collect": "{% {'items': $states.input.signals.`input`.`$count(orders)`} %}"
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
                    "States.ALL"
                  ],
                  "Next": "apologise",
                  "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-order'}}]) %}"
                }
              ],
              "Next": "labels"
            },
            "labels": {
              "Type": "Map",
              "Items": "{% [0..$ceil($states.input.signals.`parcels`.`$count()` / 2) - 1] %}",
              "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
              "MaxConcurrency": 40,
              "ItemProcessor": {
                "ProcessorConfig": {
                  "Mode": "INLINE"
                },
                "StartAt": "label",
                "States": {
                  "label": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchLabelFunctionArn}",
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
                        "Next": "end of a failed labels",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'label'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed labels",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'label'}}]) %}"
                      }
                    ],
                    "End": true
                  },
                  "end of a failed labels": {
                    "Type": "Fail",
                    "Comment": "Says which iteration has failed.",
                    "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
                    "Cause": "{% $string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, 'cause': $substring($states.input.error.cause, 0, 20000)}) %}"
                  }
                }
              },
              "Output": "{% $states.input %}",
              "Next": "labels-collect"
            },
            "labels-collect": {
              "Type": "Task",
              "Comment": "Puts the outputs of labels together.",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${BatchLabelsCollectFunctionArn}",
                "Payload": {
                  "processData": "{% $states.input.processData %}",
                  "execution": "{% $states.context.Execution.Id %}",
                  "state": "{% $states.context.State.Name %}",
                  "entered": "{% $states.context.State.EnteredTime %}",
                  "retry": "{% $states.context.State.RetryCount %}",
                  "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
                  "collect": "{% {'items': $states.input.signals.`parcels`.`$count()`} %}"
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
              "End": true
            },
            "apologise": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${BatchApologiseFunctionArn}",
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
              "End": true
            }
          }
        },
        {
          "StartAt": "each-rate",
          "States": {
            "each-rate": {
              "Type": "Map",
              "Items": "{% [0..$states.input.signals.`prepare-output`.`$count(rates)` - 1] %}",
              "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0')}]) %}",
              "MaxConcurrency": 40,
              "ItemProcessor": {
                "ProcessorConfig": {
                  "Mode": "INLINE"
                },
                "StartAt": "note",
                "States": {
                  "note": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {
                      "FunctionName": "${BatchNoteFunctionArn}",
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
                        "Next": "end of a failed each-rate",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'note'}}]) %}"
                      },
                      {
                        "ErrorEquals": [
                          "States.ALL"
                        ],
                        "Next": "end of a failed each-rate",
                        "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'note'}}]) %}"
                      }
                    ],
                    "End": true
                  },
                  "end of a failed each-rate": {
                    "Type": "Fail",
                    "Comment": "Says which iteration has failed.",
                    "Error": "{% $exists($states.input.error.name) ? $states.input.error.name : '' %}",
                    "Cause": "{% $string({'iteration': $number($substring($states.input.iteration, -8)), 'step': $states.input.error.step, 'cause': $substring($states.input.error.cause, 0, 20000)}) %}"
                  }
                }
              },
              "Output": "{% $states.input %}",
              "End": true
            }
          }
        }
      ],
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, {'parcels': $states.result[0].signals.`parcels`}])}]) %}",
      "Next": "count"
    },
    "count": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`parcels`.`$exists()` = true and $states.input.signals.`parcels`.`$count()` > 2 %}",
          "Next": "report"
        }
      ],
      "Default": "sum-up"
    },
    "report": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BatchReportFunctionArn}",
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
      "Next": "sum-up"
    },
    "sum-up": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${BatchSumUpFunctionArn}",
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
