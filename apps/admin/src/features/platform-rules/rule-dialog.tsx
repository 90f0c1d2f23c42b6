import { ruleSeverities } from '@mozhou/contracts/publications/kinds'
import type { RuleDifference } from '@mozhou/contracts/platform-rules/inputs'
import { platforms } from '@mozhou/platforms/platforms'
import { refusalIssues } from '@mozhou/ui/wire/refusal-issues'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { platformRulesKey, ruleChanges } from './queries.ts'
import { RuleBoundFields, RuleDayFields } from './rule-fields.tsx'
import { RuleHistory } from './rule-history.tsx'
import type { RuleLine } from './rule-lines.ts'
import { differenceOf, valuesOf } from './rule-values.ts'
import type { RuleValues } from './rule-values.ts'
import { useI18n } from './words.ts'

/** What is different from the product's own rule, on one platform or on all that have it. */
export function RuleDialog(props: { line: RuleLine; onClose: () => void }) {
  const { t, pick, number, fieldIssue } = useI18n()
  const client = useQueryClient()
  const { rule, platform, forAll, forOne, last } = untrack(() => props.line)
  const [scope, setScope] = createSignal<'one' | 'all'>(
    forOne || rule.platforms.length === 1 || !forAll ? 'one' : 'all',
  )
  const held = () => (scope() === 'one' ? forOne : forAll)
  const [values, setValues] = createSignal(valuesOf(untrack(held), t('platformRules.noBound')))
  const [reason, setReason] = createSignal('')
  const set = (more: Partial<RuleValues>) => setValues((before) => ({ ...before, ...more }))
  const read = () => differenceOf(values())
  const change = useMutation(() => ({
    mutationFn: (difference: RuleDifference | null) =>
      api.platformRules.set.mutate({
        code: rule.code,
        platform: scope() === 'one' ? platform : null,
        difference,
        reason: reason(),
        before: last[scope()],
      }),
    onSuccess: async (rows, difference) => {
      client.setQueryData(ruleChanges().queryKey, rows)
      toastSuccess({ title: t(difference === null ? 'platformRules.takenBack' : 'platformRules.saved') })
      props.onClose()
      await client.invalidateQueries({ queryKey: platformRulesKey })
    },
    onError: () => client.invalidateQueries({ queryKey: ruleChanges().queryKey }),
  }))
  const issueOf = (field: string, label: string) => {
    const issue = refusalIssues(change.error).find(({ path }) => path === field || path === `difference.${field}`)
    return issue && fieldIssue(label, issue)
  }
  const isSaid = () => refusalIssues(change.error).length > 0
  function save(): void {
    const found = read()
    if (found.kind === 'difference' && found.difference !== null && !change.isPending) change.mutate(found.difference)
  }
  const canSave = () => {
    const found = read()
    return found.kind === 'difference' && found.difference !== null && reason().trim().length > 1
  }
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      title={t('platformRules.changeTitle', rule.code)}
      description={t('platformRules.changeHint')}
      footer={
        <>
          <Show when={held()}>
            <Button
              isPending={change.isPending}
              disabled={reason().trim().length < 2}
              onClick={() => change.mutate(null)}
            >
              {t('platformRules.takeBack')}
            </Button>
          </Show>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={change.isPending} disabled={!canSave()} onClick={save}>
            {t('platformRules.save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <p class="text-sm">{pick(rule.wording)}</p>
        <Show when={rule.platforms.length > 1}>
          <Field label={t('platformRules.scope')} error={issueOf('platform', t('platformRules.scope'))}>
            <Segmented
              value={scope()}
              onValueChange={(chosen) => {
                setScope(chosen)
                setValues(valuesOf(held(), t('platformRules.noBound')))
              }}
              options={[
                { value: 'one', label: t('platformRules.scopeOne', pick(platforms[platform].name)) },
                { value: 'all', label: t('platformRules.scopeAll', number(rule.platforms.length)) },
              ]}
            />
          </Field>
        </Show>
        <Switch label={t('platformRules.isOn')} isOn={values().isOn} onChange={(isOn) => set({ isOn })} />
        <Field label={t('platformRules.severity')} error={issueOf('severity', t('platformRules.severity'))}>
          <Segmented
            value={values().severity}
            onValueChange={(severity) => set({ severity })}
            options={[
              { value: '' as const, label: t('platformRules.asBrought') },
              ...ruleSeverities.map((value) => ({ value, label: t(`platformRules.severities.${value}`) })),
            ]}
          />
        </Field>
        <RuleBoundFields rule={rule} values={values()} onChange={set} read={read()} issueOf={issueOf} />
        <RuleDayFields rule={rule} values={values()} onChange={set} issueOf={issueOf} />
        <Field
          label={t('platformRules.reason')}
          hint={t('platformRules.reasonHint')}
          error={issueOf('reason', t('platformRules.reason'))}
          isRequired
        >
          <TextInput value={reason()} maxLength={200} onValueChange={setReason} />
        </Field>
        <Refusal error={isSaid() ? null : change.error} />
        <RuleHistory code={rule.code} />
      </div>
    </Dialog>
  )
}
