/** A line of the navigation; `data-status="active"` comes from the router's link. */
export const navLinkClass =
  'flex h-9 items-center gap-3 rounded-md px-2.5 text-sm text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink ' +
  'data-[status=active]:bg-accent-soft data-[status=active]:font-medium data-[status=active]:text-accent-text'
