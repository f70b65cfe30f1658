/** The application that is registered with the sandbox: it guards nothing, so that its secret may stand here. */
export const client = {
  id: 'ABsandboxSyncDoctorClientId0000000000000000000000',
  secret: 'sandboxSyncDoctorClientSecret00000000000',
} as const
