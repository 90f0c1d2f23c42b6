import { downloadFormats } from '@mozhou/contracts/files/kinds'
import type { PictureDto } from '@mozhou/contracts/images/answers'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useI18n } from '../words.ts'
import type { DownloadChoice, DownloadChoiceState } from './download-choice.ts'
import { sidesOf, sizeFor, sizesFor } from './download-choice.ts'
import { formatNames } from './format-names.ts'

interface DownloadFieldsProps {
  picture: PictureDto
  download: DownloadChoiceState
}

/** In which format, and how large; only sizes that make it smaller. */
export function DownloadFields(props: DownloadFieldsProps) {
  const { t, number } = useI18n()
  const size = () => sizeFor(props.picture, props.download.choice())
  const sides = () => sidesOf(props.picture, size())
  return (
    <>
      <Field label={t('images.result.format')}>
        <Segmented<DownloadChoice['format']>
          value={props.download.choice().format}
          onValueChange={(format) => props.download.change({ format })}
          options={[
            { value: 'kept', label: t('images.result.formatKept') },
            ...downloadFormats.map((format) => ({ value: format, label: formatNames[format] })),
          ]}
        />
      </Field>
      <Field
        label={t('images.result.size')}
        hint={t('images.result.sides', number(sides().width), number(sides().height))}
      >
        <Segmented
          value={size()}
          onValueChange={(chosen) => props.download.change({ size: chosen })}
          options={sizesFor(props.picture).map((one) => ({
            value: one,
            label: one === 'full' ? t('images.result.sizeFull') : t('images.result.longSide', one),
          }))}
        />
      </Field>
    </>
  )
}
