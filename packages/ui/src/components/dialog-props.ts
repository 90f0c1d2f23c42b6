import type { JSX } from 'solid-js'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: JSX.Element
  description?: JSX.Element
  /** `drawer` comes from the right edge and is as high as the window. */
  placement?: 'center' | 'drawer' | 'left'
  size?: 'sm' | 'md' | 'lg' | 'xl'
  footer?: JSX.Element
  children?: JSX.Element
}
