/** Whether code that was asked for did not come: `import()` rejects with a TypeError in every browser. Anything else is a fault of ours. */
export function isLoadFailure(cause: unknown): boolean {
  return cause instanceof TypeError
}
