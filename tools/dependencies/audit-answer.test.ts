import { expect, it } from 'vitest'
import { auditVerdict } from './audit-answer.ts'

const answer = (severity?: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: severity ? { a: { name: 'a', severity, range: '<2.0.0', via: [] } } : {},
    metadata: { vulnerabilities: {} },
  })

it.each([
  [answer(), 'clean'],
  [answer('low'), 'clean'],
  [answer('moderate'), 'clean'],
  [answer('high'), 'vulnerable'],
  [answer('critical'), 'vulnerable'],
  [
    '{"message":"405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk","statusCode":405}',
    'unanswered',
  ],
  ['<html>not found</html>', 'unanswered'],
  ['', 'unanswered'],
  ['null', 'unanswered'],
])('%s is %s', (output, kind) => {
  expect(auditVerdict(output)).toMatchObject({ kind })
})

it('says what was found, and why nothing could be', () => {
  expect(auditVerdict(answer('high')).told).toBe('1 packages with advisories\nhigh: a <2.0.0')
  expect(auditVerdict('{"message":"405 Method Not Allowed","statusCode":405}').told).toBe('405 Method Not Allowed')
})
