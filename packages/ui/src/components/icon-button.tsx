import type { JSX } from 'solid-js'
import { splitProps } from 'solid-js'
import { Button } from './button.tsx'
import type { ButtonLook } from './button-class.ts'

type IconButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> &
  Pick<ButtonLook, 'variant'> & {
    /** Its only words, for screen readers and as the tooltip. */
    label: string
    isPending?: boolean
  }

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'variant', 'children', 'isPending'])
  return (
    <Button
      {...rest}
      variant={own.variant ?? 'ghost'}
      size="icon"
      aria-label={own.label}
      title={own.label}
      isPending={own.isPending}
      icon={own.children}
    />
  )
}
