import type { FieldIssue } from './errors.ts'
import type { RuleWords } from './rules.zh.ts'

/** Words for one broken rule of one field; `rule` is zod's issue code, or the name a refinement gave its own rule. */
export function fieldIssueText(
  rules: RuleWords,
  label: string,
  issue: FieldIssue,
  number: (value: number) => string,
): string {
  const { params } = issue
  const named = issue.rule === 'custom' ? params['rule'] : issue.rule
  const amount = (name: string) => number(Number(params[name] ?? 0))
  switch (String(named)) {
    case 'too_small':
      return tooSmall(rules, label, issue, amount('minimum'))
    case 'too_big':
      return tooBig(rules, label, issue, amount('maximum'))
    case 'invalid_format':
      return badFormat(rules, label, issue)
    case 'invalid_type':
      return badType(rules, label, issue)
    case 'invalid_value':
      return rules.chooseOne(label)
    case 'not_multiple_of':
      return rules.multipleOf(label, amount('divisor'))
    case 'max_bytes':
      return rules.maxBytes(label, amount('maximum'))
    case 'cursor':
      return rules.cursor(label)
    case 'selection':
      return rules.selection(label)
    case 'unrecognized_keys':
      return rules.unknownField(label)
    case 'required':
      return rules.required(label)
    case 'id':
      return rules.id(label)
    case 'json':
      return rules.json(label)
    case 'utf8':
      return rules.utf8(label)
    case 'too_deep':
      return rules.tooDeep(label, amount('maximum'))
    case 'too_many_fields':
      return rules.tooManyFields(label, amount('maximum'))
    case 'content_encoding':
      return rules.contentEncoding(label)
    case 'whole_characters':
      return rules.wholeCharacters(label)
    case 'unique':
      return rules.unique(label)
    case 'printable':
      return rules.printable(label)
    case 'id_number':
      return rules.idNumber(label)
    case 'calendar_date':
      return rules.calendarDate(label)
    case 'referral_code':
      return rules.referralCode(label)
    case 'terms_version':
      return rules.termsVersion()
    case 'not_zero':
      return rules.notZero(label)
    case 'address_not_https':
    case 'address_not_public':
    case 'address_credentials':
    case 'address_malformed':
      return rules.publicAddress(label)
    case 'replacement_self':
      return rules.replacementSelf(label)
    case 'replacement_unknown':
      return rules.replacementUnknown(label)
    case 'replacement_capability':
      return rules.replacementCapability(label)
    case 'replacement_cycle':
      return rules.replacementCycle(label)
    case 'day_range':
      return rules.dayRange(label)
    case 'year_range':
      return rules.yearRange(label)
    case 'below_threshold':
      return rules.belowThreshold(label)
    case 'within_threshold':
      return rules.withinThreshold(label)
    case 'cap_needed':
      return rules.capNeeded(label)
    case 'after_from':
      return rules.afterFrom(label)
    default:
      return rules.other(label)
  }
}

function tooSmall(rules: RuleWords, label: string, issue: FieldIssue, minimum: string): string {
  if (issue.params['origin'] === 'array') return rules.minItems(label, minimum)
  if (issue.params['origin'] !== 'string') return rules.minNumber(label, minimum)
  return issue.params['isEmpty'] === 1 || minimum === '1' ? rules.required(label) : rules.minText(label, minimum)
}

function tooBig(rules: RuleWords, label: string, issue: FieldIssue, maximum: string): string {
  if (issue.params['origin'] === 'array') return rules.maxItems(label, maximum)
  return issue.params['origin'] === 'string' ? rules.maxText(label, maximum) : rules.maxNumber(label, maximum)
}

function badFormat(rules: RuleWords, label: string, issue: FieldIssue): string {
  if (issue.params['isEmpty'] === 1) return rules.required(label)
  switch (String(issue.params['format'])) {
    case 'email':
      return rules.email(label)
    case 'url':
      return rules.url(label)
    case 'datetime':
      return rules.datetime(label)
    case 'date':
      return rules.day(label)
    default:
      return rules.pattern(label)
  }
}

function badType(rules: RuleWords, label: string, issue: FieldIssue): string {
  if (issue.params['isEmpty'] === 1) return rules.required(label)
  switch (String(issue.params['expected'])) {
    case 'int':
      return rules.integer(label)
    case 'number':
      return rules.number(label)
    case 'string':
      return rules.text(label)
    case 'array':
      return rules.list(label)
    case 'object':
    case 'record':
      return rules.object(label)
    case 'boolean':
      return rules.boolean(label)
    default:
      return rules.other(label)
  }
}
