{
  "Comment": "Somebody decides on a request; after three days somebody else does",
  "QueryLanguage": "JSONata",
  "StartAt": "approve",
  "States": {
    "approve": {
      "Type": "Task",
      "Comment": "Asks the approver",
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
      "Arguments": {
        "FunctionName": "${ApprovalApproveFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "taskToken": "{% $states.context.Task.Token %}"
        }
      },
      "Output": "{% $states.input %}",
      "TimeoutSeconds": 259200,
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
            "States.Timeout"
          ],
          "Next": "escalate",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'approve'}}]) %}"
        }
      ],
      "Next": "notify"
    },
    "escalate": {
      "Type": "Task",
      "Comment": "Asks the deputy where the approver has not answered",
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
      "Arguments": {
        "FunctionName": "${ApprovalEscalateFunctionArn}",
        "Payload": {
          "processData": "{% $states.input.processData %}",
          "execution": "{% $states.context.Execution.Id %}",
          "state": "{% $states.context.State.Name %}",
          "entered": "{% $states.context.State.EnteredTime %}",
          "retry": "{% $states.context.State.RetryCount %}",
          "redrive": "{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}",
          "error": "{% $states.input.error %}",
          "taskToken": "{% $states.context.Task.Token %}"
        }
      },
      "Output": "{% $states.input %}",
      "TimeoutSeconds": 259200,
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
            "States.Timeout"
          ],
          "Next": "expired",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'escalate'}}]) %}"
        }
      ],
      "Next": "notify"
    },
    "notify": {
      "Type": "Task",
      "Comment": "Tells the requester what was decided",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ApprovalNotifyFunctionArn}",
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
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`notify-output`.`approved` = true %}",
          "Next": "approved"
        }
      ],
      "Default": "rejected"
    },
    "approved": {
      "Type": "Pass",
      "Next": "publish-document"
    },
    "rejected": {
      "Type": "Fail",
      "Error": "Rejected",
      "Cause": "The request was rejected."
    },
    "expired": {
      "Type": "Fail",
      "Error": "Expired",
      "Cause": "Neither the approver nor the deputy has answered."
    },
    "publish-document": {
      "Type": "Task",
      "Comment": "Publishes the document.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ApprovalPublishDocumentFunctionArn}",
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
