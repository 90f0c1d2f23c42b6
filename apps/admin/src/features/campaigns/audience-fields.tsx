import type { AudienceSizeDto } from '@mozhou/contracts/campaigns/admin-answers'
import { audienceKinds } from '@mozhou/contracts/campaigns/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useMutation } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { toAudience } from './campaign-form-values.ts'
import type { AudienceFields as Fields } from './campaign-form-values.ts'
import { SegmentField } from './segment-field.tsx'
import { useI18n } from './words.ts'

interface AudienceFieldsProps {
  value: Fields
  onChange: (value: Fields) => void
  error: string | null | undefined
  /** Of a list that is kept when no names are typed. */
  listed: number | null
  /** The name of the saved filter that is kept when no other is chosen. */
  segment: string | null
}

export function AudienceFields(props: AudienceFieldsProps) {
  const { t, number } = useI18n()
  const size = useMutation(() => ({
    mutationFn: (): Promise<AudienceSizeDto> =>
      api.campaigns.audienceSize.mutate({ audience: toAudience(props.value) }),
  }))
  const set = (part: Partial<Fields>) => {
    size.reset()
    props.onChange({ ...props.value, ...part })
  }
  return (
    <div class="flex flex-col gap-4">
      <Field label={t('campaigns.audience')}>
        <Select
          label={t('campaigns.audience')}
          value={props.value.kind}
          onValueChange={(chosen) => set({ kind: audienceKinds.find((kind) => kind === chosen) ?? 'all' })}
          options={audienceKinds.map((value) => ({ value, label: t(`campaigns.audienceOf.${value}`) }))}
        />
      </Field>
      <Switch>
        <Match when={props.value.kind === 'new' || props.value.kind === 'dormant'}>
          <Field label={t('campaigns.audienceDays')} error={props.error} isRequired>
            <TextInput inputMode="numeric" value={props.value.days} onValueChange={(days) => set({ days })} />
          </Field>
        </Match>
        <Match when={props.value.kind === 'spent_over'}>
          <Field label={t('campaigns.audienceYuan')} error={props.error} isRequired>
            <TextInput inputMode="decimal" value={props.value.yuan} onValueChange={(yuan) => set({ yuan })} />
          </Field>
        </Match>
        <Match when={props.value.kind === 'list'}>
          <Field
            label={t('campaigns.usernames')}
            hint={props.listed === null ? t('campaigns.usernamesHint') : t('campaigns.keptList', number(props.listed))}
            error={props.error}
          >
            <TextArea value={props.value.usernames} onValueChange={(usernames) => set({ usernames })} />
          </Field>
        </Match>
        <Match when={props.value.kind === 'segment'}>
          <SegmentField
            value={props.value.filterId}
            onChange={(filterId) => set({ filterId })}
            kept={props.segment}
            error={props.error}
          />
        </Match>
      </Switch>
      <div class="flex flex-wrap items-center gap-3">
        <Button size="sm" isPending={size.isPending} onClick={() => size.mutate()}>
          {t('campaigns.size')}
        </Button>
        <Show when={size.data}>
          {(data) => (
            <span role="status" class="text-sm">
              {t('campaigns.sizeIs', number(data().people))}
            </span>
          )}
        </Show>
      </div>
      <Refusal error={size.error} />
    </div>
  )
}
