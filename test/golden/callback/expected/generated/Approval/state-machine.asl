{
  "QueryLanguage": "JSONata",
  "StartAt": "read-input",
  "States": {
    "read-input": {
      "Type": "Task",
      "Comment": "Hands over what conditions need of the input.",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ApprovalReadInputFunctionArn}",
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
      "Next": "approve"
    },
    "approve": {
      "Type": "Task",
      "Comment": "Asks somebody.",
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
      "Output": "{% $merge([$states.input, {'signals': $merge([$states.input.signals, $states.result.signals])}]) %}",
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
        },
        {
          "ErrorEquals": [
            "Withdrawn"
          ],
          "Next": "withdrawn",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'approve'}}]) %}"
        }
      ],
      "Next": "decide"
    },
    "decide": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.signals.`approve-output`.`decision` = \"no\" or $states.input.signals.`input`.`amount` > 1000000 %}",
          "Next": "rejected"
        }
      ],
      "Default": "pay"
    },
    "pay": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ApprovalPayFunctionArn}",
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
      "Next": "publish-document"
    },
    "escalate": {
      "Type": "Task",
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
      "HeartbeatSeconds": 3600,
      "Retry": [
        {
          "ErrorEquals": [
            "States.HeartbeatTimeout"
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
            "States.ALL"
          ],
          "Next": "withdrawn",
          "Output": "{% $merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '', 'step': 'escalate'}}]) %}"
        }
      ],
      "Next": "pay"
    },
    "withdrawn": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ApprovalWithdrawnFunctionArn}",
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
    "rejected": {
      "Type": "Fail",
      "Error": "Rejected"
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
