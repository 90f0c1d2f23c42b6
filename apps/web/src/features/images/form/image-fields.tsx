import type { EditMode } from '@mozhou/contracts/images/kinds'
import {
  editModeKeys,
  editModes,
  imageQualityTitles,
  imageStyleKeys,
  imageStyles,
  longestPrompt,
  mostPictures,
  upscaleFactors,
} from '@mozhou/contracts/images/kinds'
import { imageQualities } from '@mozhou/contracts/models/image-kinds'
import type { ImageQuality } from '@mozhou/contracts/models/image-kinds'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Slider } from '@mozhou/ui/components/slider.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { Show } from 'solid-js'
import { useI18n } from '../words.ts'
import type { ImageFormState } from './form-state.ts'
import { askedFields, needsPrompt } from './image-form.ts'
import type { ImageField } from './image-form.ts'
import { MaskField } from './mask-field.tsx'
import { PictureField } from './picture-field.tsx'
import { SizePicker } from './size-picker.tsx'
import { WorkField } from './work-field.tsx'

interface FieldsProps {
  form: ImageFormState
}

const counts = Array.from({ length: mostPictures }, (_, at) => String(at + 1))

/** What the chosen tool asks for. */
export function ImageFields(props: FieldsProps) {
  const values = () => props.form.values()
  const asks = (field: ImageField) => askedFields(values()).has(field)
  return (
    <>
      <Show when={values().tool !== 'text-to-image'}>
        <PictureField form={props.form} />
      </Show>
      <Show when={asks('mode')}>
        <ModeField form={props.form} />
      </Show>
      <Show when={asks('mask')}>
        <MaskField form={props.form} />
      </Show>
      <Show when={asks('factor')}>
        <UpscaleFields form={props.form} />
      </Show>
      <Show when={asks('prompt')}>
        <PromptField form={props.form} />
      </Show>
      <Show when={asks('size')}>
        <SizeField form={props.form} />
      </Show>
      <Show when={asks('style')}>
        <StyleField form={props.form} />
      </Show>
      <Show when={asks('strength')}>
        <StrengthField form={props.form} />
      </Show>
      <Show when={asks('count')}>
        <CountAndQuality form={props.form} hasQuality={asks('quality')} />
      </Show>
      <Show when={asks('work')}>
        <WorkField form={props.form} />
      </Show>
      <Show when={values().tool === 'text-to-image'}>
        <PictureField form={props.form} />
      </Show>
    </>
  )
}

function PromptField(props: FieldsProps) {
  const { t, fieldIssue } = useI18n()
  const values = () => props.form.values()
  const hint = () => {
    const { tool, mode } = values()
    if (tool === 'image-edit') return t(`images.form.promptHint.${mode}`)
    return tool === 'image-upscale' ? '' : t(`images.form.promptHint.${tool}`)
  }
  const error = () => {
    const issue = props.form.issue('prompt')
    return issue && fieldIssue(t('images.form.prompt'), issue)
  }
  return (
    <>
      <Field
        label={t(needsPrompt(values()) ? 'images.form.prompt' : 'images.form.promptOptional')}
        hint={hint()}
        isRequired={needsPrompt(values())}
        error={error()}
      >
        <TextArea
          name="prompt"
          rows={4}
          maxLength={longestPrompt}
          placeholder={t('images.form.promptPlaceholder')}
          value={values().prompt}
          onValueChange={(prompt) => props.form.change({ prompt })}
        />
      </Field>
      <Show when={values().tool === 'text-to-image'}>
        <Switch
          isOn={values().helpsPrompt}
          onChange={(helpsPrompt) => props.form.change({ helpsPrompt })}
          label={t('images.form.helps')}
          hint={t('images.form.helpsHint')}
        />
      </Show>
    </>
  )
}

function SizeField(props: FieldsProps) {
  const { t } = useI18n()
  return (
    <Field label={t('images.form.size')}>
      <SizePicker value={props.form.values().size} onValueChange={(size) => props.form.change({ size })} />
    </Field>
  )
}

function StyleField(props: FieldsProps) {
  const { t, pick } = useI18n()
  return (
    <Field label={t('images.form.style')}>
      <Select
        value={props.form.values().style}
        onValueChange={(value) => {
          const style = imageStyleKeys.find((key) => key === value)
          if (style) props.form.change({ style })
        }}
        options={imageStyleKeys.map((style) => ({ value: style, label: pick(imageStyles[style]) }))}
      />
    </Field>
  )
}

function StrengthField(props: FieldsProps) {
  const { t } = useI18n()
  return (
    <Field label={t('images.form.strength')} aside={`${props.form.values().strength}%`}>
      <Slider
        min={0}
        max={100}
        step={5}
        value={props.form.values().strength}
        onValueChange={(strength) => props.form.change({ strength })}
      />
    </Field>
  )
}

function CountAndQuality(props: FieldsProps & { hasQuality: boolean }) {
  const { t, pick } = useI18n()
  return (
    <div class="grid grid-cols-2 gap-3">
      <Field label={t('images.form.count')}>
        <Segmented
          value={String(props.form.values().count)}
          onValueChange={(count) => props.form.change({ count: Number(count) })}
          options={counts.map((count) => ({ value: count, label: count }))}
        />
      </Field>
      <Show when={props.hasQuality}>
        <Field label={t('images.form.quality')}>
          <Segmented<ImageQuality>
            value={props.form.values().quality}
            onValueChange={(quality) => props.form.change({ quality })}
            options={imageQualities.map((quality) => ({ value: quality, label: pick(imageQualityTitles[quality]) }))}
          />
        </Field>
      </Show>
    </div>
  )
}

function ModeField(props: FieldsProps) {
  const { t, pick } = useI18n()
  return (
    <Field label={t('images.form.mode')}>
      <Segmented<EditMode>
        value={props.form.values().mode}
        onValueChange={(mode) => props.form.change({ mode })}
        options={editModeKeys.map((mode) => ({ value: mode, label: pick(editModes[mode]) }))}
      />
    </Field>
  )
}

function UpscaleFields(props: FieldsProps) {
  const { t, number } = useI18n()
  const values = () => props.form.values()
  return (
    <>
      <Field label={t('images.form.factor')}>
        <Segmented
          value={String(values().factor)}
          onValueChange={(value) => {
            const factor = upscaleFactors.find((known) => String(known) === value)
            if (factor) props.form.change({ factor })
          }}
          options={upscaleFactors.map((factor) => ({
            value: String(factor),
            label: t('images.form.factorOf', number(factor)),
          }))}
        />
      </Field>
      <Field
        label={t('images.form.method')}
        hint={t(values().isPlain ? 'images.form.plainHint' : 'images.form.byModelHint')}
      >
        <Segmented<'model' | 'plain'>
          value={values().isPlain ? 'plain' : 'model'}
          onValueChange={(method) => props.form.change({ isPlain: method === 'plain' })}
          options={[
            { value: 'model', label: t('images.form.byModel') },
            { value: 'plain', label: t('images.form.plain') },
          ]}
        />
      </Field>
    </>
  )
}
