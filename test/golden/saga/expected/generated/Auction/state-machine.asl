{
  "QueryLanguage": "JSONata",
  "StartAt": "bid",
  "States": {
    "bid": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${AuctionBidFunctionArn}",
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
          "Next": "withdraw",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'bid'}}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "withdraw",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'bid'}}]) %}"
        }
      ],
      "Next": "again"
    },
    "again": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`bid`.`round` < $states.input.signals.`input`.`rounds` %}",
          "Next": "bid"
        }
      ],
      "Default": "lost"
    },
    "lost": {
      "Type": "Pass",
      "Output": "{% $merge([$states.input, {'error': {'name': \"Lost\", 'cause': \"\", 'step': 'lost'}}]) %}",
      "Next": "withdraw"
    },
    "withdraw": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${AuctionWithdrawFunctionArn}",
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
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'withdraw']}]) %}"
        },
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "end in failure",
          "Output": "{% $merge([$states.input, {'failed': [$states.input.failed, 'withdraw']}]) %}"
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
