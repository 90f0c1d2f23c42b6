import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'coupons.list': ['operator', 'finance', 'admin'],
  'coupons.create': ['operator', 'admin'],
  'coupons.update': ['operator', 'admin'],
  'coupons.remove': ['operator', 'admin'],
  'coupons.issue': ['operator', 'admin'],
  'coupons.figures': ['operator', 'finance', 'admin'],
  'coupons.given': ['operator', 'finance', 'admin'],
  'coupons.issues': ['operator', 'finance', 'admin'],
  'coupons.startIssue': ['operator', 'admin'],
  'coupons.stopIssue': ['operator', 'admin'],
  'coupons.void': ['operator', 'admin'],
}
