import { audienceKinds, couponKinds, discountKinds, validityKinds } from '@mozhou/contracts/coupons/kinds'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import type { Form } from '@mozhou/ui/forms/create-form'
import { Show } from 'solid-js'
import type { CouponValues } from './coupon-values.ts'
import { hasMorePlaces } from './coupon-values.ts'
import { useI18n } from './words.ts'

interface TermsProps {
  form: Form<CouponValues>
  /** Words for what is wrong at a path of the schema. */
  wrong: (path: string, label: string) => string | null
}

/** What a coupon is worth, for what, when and for whom: of a draft alone. */
export function TermsFields(props: TermsProps) {
  const { t } = useI18n()
  return (
    <>
      <Field label={t('coupons.kind')}>
        <Segmented
          value={props.form.values().kind}
          onValueChange={(kind) => props.form.set('kind', kind)}
          options={couponKinds.map((value) => ({ value, label: t(`coupons.kindOf.${value}`) }))}
        />
      </Field>
      <Worth {...props} />
      <Validity {...props} />
      <Audience {...props} />
    </>
  )
}

function Worth(props: TermsProps) {
  const { t } = useI18n()
  const wrong = (name: 'amount' | 'rate' | 'cap' | 'threshold', path: string) => {
    const label = t(`coupons.${name}`)
    const found = props.wrong(path, label)
    return found && hasMorePlaces(props.form.values()[name]) ? t('coupons.twoPlaces', label) : found
  }
  const yuan = (name: 'amount' | 'rate' | 'cap' | 'threshold', path: string, hint?: string) => (
    <Field label={t(`coupons.${name}`)} hint={hint} error={wrong(name, path)} isRequired={name !== 'cap'}>
      <TextInput
        inputMode="decimal"
        value={props.form.values()[name]}
        onValueChange={(text) => props.form.set(name, text)}
      />
    </Field>
  )
  return (
    <>
      <Field label={t('coupons.discountKind')}>
        <Segmented
          value={props.form.values().discountKind}
          onValueChange={(kind) => props.form.set('discountKind', kind)}
          options={discountKinds.map((value) => ({ value, label: t(`coupons.discountKindOf.${value}`) }))}
        />
      </Field>
      <div class="grid gap-4 sm:grid-cols-2">
        <Show when={props.form.values().discountKind === 'amount'} fallback={yuan('rate', 'discount.rateBp')}>
          {yuan('amount', 'discount.amountFen')}
        </Show>
        <Show when={props.form.values().discountKind === 'percent'}>
          {yuan('cap', 'discount.capFen', t('coupons.capHint'))}
        </Show>
        {yuan('threshold', 'thresholdFen', t('coupons.thresholdHint'))}
      </div>
    </>
  )
}

function Validity(props: TermsProps) {
  const { t } = useI18n()
  const day = (name: 'from' | 'until', hint?: string) => (
    <Field
      label={t(`coupons.${name}`)}
      hint={hint}
      error={props.wrong(`validity.${name}`, t(`coupons.${name}`))}
      isRequired
    >
      <TextInput type="date" value={props.form.values()[name]} onValueChange={(value) => props.form.set(name, value)} />
    </Field>
  )
  return (
    <>
      <Field label={t('coupons.validity')}>
        <Segmented
          value={props.form.values().validityKind}
          onValueChange={(kind) => props.form.set('validityKind', kind)}
          options={validityKinds.map((value) => ({ value, label: t(`coupons.validityKindOf.${value}`) }))}
        />
      </Field>
      <Show
        when={props.form.values().validityKind === 'dates'}
        fallback={
          <Field label={t('coupons.days')} error={props.wrong('validity.days', t('coupons.days'))}>
            <NumberInput
              value={props.form.values().days}
              onValueChange={(days) => props.form.set('days', days)}
              min={1}
              max={3_650}
            />
          </Field>
        }
      >
        <div class="grid gap-4 sm:grid-cols-2">
          {day('from')}
          {day('until', t('coupons.untilHint'))}
        </div>
      </Show>
    </>
  )
}

function Audience(props: TermsProps) {
  const { t } = useI18n()
  return (
    <>
      <Field label={t('coupons.audience')}>
        <Segmented
          value={props.form.values().audienceKind}
          onValueChange={(kind) => props.form.set('audienceKind', kind)}
          options={audienceKinds.map((value) => ({ value, label: t(`coupons.audienceKindOf.${value}`) }))}
        />
      </Field>
      <Show when={props.form.values().audienceKind === 'new'}>
        <Field label={t('coupons.audienceDays')} error={props.wrong('audience.days', t('coupons.audienceDays'))}>
          <NumberInput
            value={props.form.values().audienceDays}
            onValueChange={(days) => props.form.set('audienceDays', days)}
            min={1}
            max={365}
          />
        </Field>
      </Show>
    </>
  )
}
