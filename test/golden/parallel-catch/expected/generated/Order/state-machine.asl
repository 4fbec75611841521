{
  "QueryLanguage": "JSONata",
  "StartAt": "price",
  "States": {
    "price": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderPriceFunctionArn}",
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
      "Next": "fulfil"
    },
    "fulfil": {
      "Type": "Parallel",
      "Comment": "Money and goods, each on its way.",
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
              "Catch": [
                {
                  "ErrorEquals": [
                    "CardDeclined",
                    "CardExpired"
                  ],
                  "Next": "invoice",
                  "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'charge'}}]) %}"
                }
              ],
              "End": true
            },
            "invoice": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderInvoiceFunctionArn}",
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
          "StartAt": "weigh",
          "States": {
            "weigh": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderWeighFunctionArn}",
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
              "Next": "heavy"
            },
            "heavy": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $states.input.signals.`weigh-output`.`grams` > 30000 %}",
                  "Next": "freight"
                },
                {
                  "Condition": "{% $states.input.signals.`weigh-output`.`grams` = 0 %}",
                  "Next": "end of fulfil goods"
                }
              ],
              "Default": "pack"
            },
            "pack": {
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "find-box",
                  "States": {
                    "find-box": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::lambda:invoke",
                      "Arguments": {
                        "FunctionName": "${OrderFindBoxFunctionArn}",
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
                  "StartAt": "print-label",
                  "States": {
                    "print-label": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::lambda:invoke",
                      "Arguments": {
                        "FunctionName": "${OrderPrintLabelFunctionArn}",
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
              "End": true
            },
            "freight": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "${OrderFreightFunctionArn}",
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
            },
            "end of fulfil goods": {
              "Type": "Succeed"
            }
          }
        }
      ],
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, {'weigh-output': $states.result[1].signals.`weigh-output`}])}]) %}",
      "Retry": [
        {
          "ErrorEquals": [
            "WarehouseBusy"
          ],
          "IntervalSeconds": 5,
          "BackoffRate": 2,
          "MaxAttempts": 1,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [
            "WarehouseClosed"
          ],
          "Next": "later",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'fulfil'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "refund",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'fulfil'}}]) %}"
        }
      ],
      "Next": "speed"
    },
    "speed": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`weigh-output`.`grams` < 500 and $states.input.signals.`price-output`.`total` > 10 %}",
          "Next": "express"
        }
      ],
      "Default": "confirm"
    },
    "express": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderExpressFunctionArn}",
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
            "States.ALL"
          ],
          "Next": "refund",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'confirm'}}]) %}"
        }
      ],
      "Next": "publish-document"
    },
    "later": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderLaterFunctionArn}",
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
      "Next": "publish-document"
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
          "error": "{% $exists($states.input.error) ? $states.input.error : null %}"
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
      "Next": "publish-document"
    },
    "publish-document": {
      "Type": "Task",
      "Comment": "Publishes the document.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${OrderPublishDocumentFunctionArn}",
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
      "End": true
    }
  }
}
