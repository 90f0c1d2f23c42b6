import { useQuery } from '@mozhou/ui/api/use-query'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { savedFilters } from '../../tables/saved-filters-query.ts'
import { useI18n } from './words.ts'

interface SegmentFieldProps {
  value: string
  onChange: (filterId: string) => void
  kept: string | null
  error: string | null | undefined
}

/** One of one's own saved filters of the list of users, whose conditions are taken over when the campaign is saved. */
export function SegmentField(props: SegmentFieldProps) {
  const { t } = useI18n()
  const saved = useQuery(() => savedFilters('users'))
  const none = () => (props.kept === null ? t('campaigns.segmentNone') : t('campaigns.segmentKept', props.kept))
  return (
    <>
      <Field label={t('campaigns.segment')} hint={t('campaigns.segmentHint')} error={props.error}>
        <Select
          label={t('campaigns.segment')}
          value={props.value}
          onValueChange={(filterId) => props.onChange(filterId)}
          options={[
            { value: '', label: none() },
            ...(saved.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Refusal error={saved.error} />
    </>
  )
}
