import { downloadFormats } from '@mozhou/contracts/files/kinds'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import type { DownloadChoice, DownloadChoiceState, Sides } from './download-choice.ts'
import { sidesOf, sizeFor, sizesFor } from './download-choice.ts'
import { formatNames } from './format-names.ts'
import { useI18n } from './words.ts'

interface DownloadFieldsProps {
  picture: Sides
  download: DownloadChoiceState
}

/** In which format, and how large; only sizes that make it smaller. */
export function DownloadFields(props: DownloadFieldsProps) {
  const { t, number } = useI18n()
  const size = () => sizeFor(props.picture, props.download.choice())
  const sides = () => sidesOf(props.picture, size())
  return (
    <>
      <Field label={t('download.format')}>
        <Segmented<DownloadChoice['format']>
          value={props.download.choice().format}
          onValueChange={(format) => props.download.change({ format })}
          options={[
            { value: 'kept', label: t('download.formatKept') },
            ...downloadFormats.map((format) => ({ value: format, label: formatNames[format] })),
          ]}
        />
      </Field>
      <Field label={t('download.size')} hint={t('download.sides', number(sides().width), number(sides().height))}>
        <Segmented
          value={size()}
          onValueChange={(chosen) => props.download.change({ size: chosen })}
          options={sizesFor(props.picture).map((one) => ({
            value: one,
            label: one === 'full' ? t('download.sizeFull') : t('download.longSide', one),
          }))}
        />
      </Field>
    </>
  )
}
