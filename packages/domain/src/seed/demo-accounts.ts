import type { Role } from '@mozhou/contracts/roles'

export interface DemoAccount {
  account: 'creator' | 'member' | 'operator' | 'finance' | 'admin'
  username: string
  email: string
  displayName: string
  password: string
  role: Role
  app: 'web' | 'admin'
}

/** Public on purpose: `npm start` prints them. Production refuses the seed unless it is asked for. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    account: 'creator',
    username: 'xiaoman',
    email: 'demo@mozhou.example',
    displayName: '小满',
    password: 'mozhou-xiaoman',
    role: 'creator',
    app: 'web',
  },
  {
    account: 'member',
    username: 'lixia',
    email: 'member@mozhou.example',
    displayName: '立夏',
    password: 'mozhou-lixia',
    role: 'creator',
    app: 'web',
  },
  {
    account: 'operator',
    username: 'yunying',
    email: 'operator@mozhou.example',
    displayName: '运营小周',
    password: 'mozhou-yunying',
    role: 'operator',
    app: 'admin',
  },
  {
    account: 'finance',
    username: 'caiwu',
    email: 'finance@mozhou.example',
    displayName: '财务老陈',
    password: 'mozhou-caiwu',
    role: 'finance',
    app: 'admin',
  },
  {
    account: 'admin',
    username: 'admin',
    email: 'admin@mozhou.example',
    displayName: '管理员',
    password: 'mozhou-admin',
    role: 'admin',
    app: 'admin',
  },
]
