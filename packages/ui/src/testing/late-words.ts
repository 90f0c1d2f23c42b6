import { lateErrors } from '../i18n/late-errors.ts'

// As on a page that has been open for a moment; how words come late is late-errors.test.tsx's affair.
await lateErrors.fetch('zh-CN')
