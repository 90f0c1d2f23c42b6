import { useI18n } from '../../i18n/i18n.ts'

export function useUsageWords() {
  const { latency, locale } = useI18n()
  const ms = (value: number | null) => (value === null ? '—' : latency(value))
  return {
    span: (p50: number | null, p95: number | null) => `${ms(p50)} / ${ms(p95)}`,
    percent: (part: number, whole: number) =>
      new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(
        whole === 0 ? 0 : part / whole,
      ),
  }
}
