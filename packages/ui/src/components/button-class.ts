import { classNames } from '../theme/class-names.ts'

export interface ButtonLook {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  size?: 'sm' | 'md' | 'lg' | 'icon' | undefined
  isWide?: boolean | undefined
}

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover disabled:hover:bg-accent shadow-soft',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken disabled:hover:bg-surface',
  ghost: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'bg-danger-solid text-on-danger hover:opacity-90',
}

const sizes = {
  sm: 'h-8 px-3 text-xs gap-1.5',
  md: 'h-9 px-4 text-sm gap-2',
  lg: 'h-11 px-5 text-base gap-2',
  icon: 'size-9 text-sm',
}

/** The look alone, for links that are buttons to the eye. */
export function buttonClass(look: ButtonLook, more?: string): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors duration-150 disabled:opacity-55',
    variants[look.variant ?? 'secondary'],
    sizes[look.size ?? 'md'],
    look.isWide && 'w-full',
    more,
  )
}
