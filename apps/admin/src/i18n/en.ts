import { uiEn } from '@mozhou/ui/i18n/en'
import type { Dictionary } from './zh.ts'

export const en = {
  ...uiEn,
  app: {
    name: 'Mozhou Operations',
    sandbox: 'Sandbox',
    sandboxHint: 'At least one model points at the sandbox; its texts are samples.',
    notFoundTitle: 'This page does not exist',
    notFoundHint: 'The address may be wrong, or you may not see it.',
    backHome: 'Back to start',
    noAccessTitle: 'Your account may see nothing here',
    noAccessHint: 'Ask an administrator for a role, then sign in again.',
  },
  auth: {
    loginTitle: 'Sign in to operations',
    loginHint: 'For operators, finance and administrators',
  },
  roles: { creator: 'Creator', operator: 'Operator', finance: 'Finance', admin: 'Administrator' },
  sessions: { web: 'Web', admin: 'Operations', api: 'API' },
} satisfies Dictionary
