/** The frame shared by everything one types or chooses in. */
export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface text-sm text-ink transition-colors duration-150 ' +
  'hover:border-ink-3 focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/30 ' +
  'aria-invalid:border-danger disabled:opacity-60'

/** For frames that hold the focused element inside them. */
export const controlFrameClass =
  'w-full rounded-md border border-line-strong bg-surface text-sm text-ink transition-colors duration-150 ' +
  'hover:border-ink-3 focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-0 focus-within:outline-accent/30 ' +
  'data-invalid:border-danger'
