{
  "Comment": "Adds up the sales of a file, and leaves out what cannot be booked",
  "QueryLanguage": "JSONata",
  "StartAt": "read",
  "States": {
    "read": {
      "Type": "Task",
      "Comment": "Reads the lines of the file",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ImportReadFunctionArn}",
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
      "Next": "each-batch"
    },
    "each-batch": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": {
          "InputType": "JSON"
        },
        "Arguments": {
          "Bucket": "${BucketName}",
          "Key": "{% 'items/Import/' & $states.input.processData & '/each-batch' %}"
        }
      },
      "ItemSelector": "{% $merge([$states.input, {'iteration': $pad($string($states.context.Map.Item.Index), -8, '0'), 'execution': $states.context.Execution.Id, 'items': $merge([$states.input.items, {'each-batch': $states.context.Map.Item.Value}])}]) %}",
      "MaxConcurrency": 10,
      "ToleratedFailurePercentage": 5,
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "DISTRIBUTED",
          "ExecutionType": "STANDARD"
        },
        "StartAt": "book",
        "States": {
          "book": {
            "Type": "Task",
            "Comment": "Books the sales of a batch, all of them or none",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {
              "FunctionName": "${ImportBookFunctionArn}",
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
                "Next": "end of a failed each-batch",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'book'}}]) %}"
              },
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "Next": "end of a failed each-batch",
                "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'book'}}]) %}"
              }
            ],
            "End": true
          },
          "end of a failed each-batch": {
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
          "Prefix": "{% 'runs/Import/' & $states.input.processData & '/each-batch' %}"
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
            "States.ExceedToleratedFailureThreshold"
          ],
          "Next": "too-many",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-batch'}}]) %}"
        }
      ],
      "Next": "each-batch-collect"
    },
    "each-batch-collect": {
      "Type": "Task",
      "Comment": "Puts the outputs of each-batch together.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ImportEachBatchCollectFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "collect": "{% {'items': $states.input.signals.`sales`.`$count()`} %}"
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
            "States.ExceedToleratedFailureThreshold"
          ],
          "Next": "too-many",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'each-batch'}}]) %}"
        }
      ],
      "Next": "report"
    },
    "report": {
      "Type": "Task",
      "Comment": "Adds up the sums, and names the batches that failed",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ImportReportFunctionArn}",
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
    "too-many": {
      "Type": "Fail",
      "Error": "TooManyBadBatches",
      "Cause": "More than five of a hundred batches could not be booked."
    }
  }
}
