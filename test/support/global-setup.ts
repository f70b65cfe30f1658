/** Prepares what many test files share; see the browser tests for what is inflated here. */
export default async function globalSetup(): Promise<void> {}
