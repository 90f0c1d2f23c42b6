import { uiEn } from '@mozhou/ui/i18n/en'
import { operatorErrorsEn } from './operator-errors.en.ts'
import type { Dictionary } from './zh.ts'

export const en = {
  ...uiEn,
  errors: { ...uiEn.errors, ...operatorErrorsEn },
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
  find: {
    open: 'Find by id',
    title: 'Find by id',
    hint: 'The id of a generation, work, receipt, order, refund or user, an order or transaction number, or a workflow id of Temporal.',
    label: 'Id',
    go: 'Open',
    nothing: 'Nothing found, or nothing that you may see. Check the id and try again.',
  },
  table: {
    from: 'From',
    to: 'To',
    exportCsv: 'Export CSV',
    exported: 'Exported',
    exportCut: 'Too many rows: only the first 50,000 were exported. Please narrow the list.',
    saved: 'My filters',
    save: 'Save these filters',
    saveHint: 'Only you see them. Saving under the same name replaces what was there.',
    saveAction: 'Save',
    name: 'Name',
    savedDone: 'Saved',
    remove: (name: string) => `Remove “${name}”`,
    removed: 'Removed',
  },
  people: { deleted: 'Deleted account' },
  roles: { creator: 'Creator', operator: 'Operator', finance: 'Finance', admin: 'Administrator' },
  sessions: { web: 'Web', admin: 'Operations', api: 'API' },
} satisfies Dictionary
