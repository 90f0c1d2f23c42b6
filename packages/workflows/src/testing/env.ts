/** @throws Error that says what to do when MOZHOU_TEST_TEMPORAL_ADDRESS is not set */
export function testTemporalAddress(): string {
  const address = process.env['MOZHOU_TEST_TEMPORAL_ADDRESS']
  if (!address) {
    throw new Error(
      'MOZHOU_TEST_TEMPORAL_ADDRESS is not set: run npm test, or npm run stack and use the address it prints.',
    )
  }
  return address
}

/** Set to keep the histories of a run as replay fixtures. */
export function isRecording(): boolean {
  return process.env['RECORD_HISTORIES'] === '1'
}

/** Where the launcher has built the bundle of these very sources. */
export function builtBundle(): string | null {
  return process.env['MOZHOU_TEST_WORKFLOW_BUNDLE'] || null
}
