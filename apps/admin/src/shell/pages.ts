import type { Permission } from '@mozhou/contracts/permissions'
import ClipboardList from 'lucide-solid/icons/clipboard-list'
import ChartColumn from 'lucide-solid/icons/chart-column'
import Cpu from 'lucide-solid/icons/cpu'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import Scale from 'lucide-solid/icons/scale'
import Users from 'lucide-solid/icons/users'
import Workflow from 'lucide-solid/icons/workflow'

/** The pages of the app, each with the permission that opens it; menu, guards and the first page all read this. */
export const pages = [
  { path: '/', name: 'overview', permission: 'invariant:read', icon: Scale },
  { path: '/users', name: 'users', permission: 'user:read', icon: Users },
  { path: '/models', name: 'models', permission: 'model:read', icon: Cpu },
  { path: '/prompts', name: 'prompts', permission: 'prompt:read', icon: MessageSquareText },
  { path: '/usage', name: 'usage', permission: 'model:read', icon: ChartColumn },
  { path: '/refunds', name: 'refunds', permission: 'ledger:read', icon: ReceiptText },
  { path: '/workflows', name: 'workflows', permission: 'workflow:read', icon: Workflow },
  { path: '/audit', name: 'audit', permission: 'audit:read', icon: ClipboardList },
] as const satisfies readonly { path: string; name: string; permission: Permission; icon: unknown }[]

export type AdminPage = (typeof pages)[number]

export function pagesFor(permissions: readonly Permission[]): AdminPage[] {
  return pages.filter((page) => permissions.includes(page.permission))
}

/** The page of the menu that a path belongs to: its own, or one below it. */
export function pageAt(path: string): AdminPage | undefined {
  return pages.find((page) => path === page.path || (page.path !== '/' && path.startsWith(`${page.path}/`)))
}
