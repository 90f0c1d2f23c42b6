export interface TestRun {
  postgresUrl: string
  /** The run's own folder: logs, Temporal's database, and what tests left of theirs. */
  traces: string
  /** Addresses of metrics, where the apps are up. */
  metrics: string[]
}

/** @throws Error that says what to do outside of a test run */
export function readTestRun(): TestRun {
  const { MOZHOU_TEST_POSTGRES_URL: postgresUrl, MOZHOU_TEST_TRACES: traces, E2E_API_URL: apiUrl } = process.env
  if (!postgresUrl || !traces) throw new Error('MOZHOU_TEST_TRACES is not set: run npm test')
  const worker = process.env['WORKER_METRICS_PORT']
  return {
    postgresUrl,
    traces,
    metrics: apiUrl ? [`${apiUrl}/metrics`, ...(worker ? [`http://127.0.0.1:${worker}/metrics`] : [])] : [],
  }
}
