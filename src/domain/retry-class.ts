/** Whether the same record can go through later when it is sent again, and who must act first. */
export type RetryClass =
  'transient' | 'reauthorize' | 'user_fix' | 'config_fix' | 'integration_bug' | 'unknown_outcome'
