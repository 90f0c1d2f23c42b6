import type { JSX } from 'solid-js'

export interface MenuAction {
  id: string
  label: string
  icon?: JSX.Element
  /** It is the chosen one of its group. */
  isChosen?: boolean
  isDanger?: boolean
  onSelect: () => void
}

export interface MenuGroup {
  label?: string
  actions: readonly MenuAction[]
}

export interface MenuProps {
  trigger: JSX.Element
  triggerLabel: string
  triggerClass: string
  groups: readonly MenuGroup[]
  placement?: 'bottom-end' | 'bottom-start' | 'top-start'
}
