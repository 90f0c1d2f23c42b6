import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { FileDto } from '@mozhou/contracts/answers'
import type { UsageCsvInput } from '@mozhou/contracts/models/usage-inputs'
import type { UsageDimension } from '@mozhou/contracts/models/kinds'
import type { DomainContext } from '../context.ts'
import { toCsv } from '@mozhou/contracts/csv'
import { reportUsage } from './report-usage.ts'

const maxRows = 50_000

const dimensions: Record<Locale, Record<UsageDimension, string>> = {
  'zh-CN': { model: '模型', vendor: '厂商', tool: '工具', user: '用户', day: '日期' },
  en: { model: 'Model', vendor: 'Vendor', tool: 'Tool', user: 'User', day: 'Day' },
}
const columns: Record<Locale, readonly string[]> = {
  'zh-CN': [
    '编号',
    '调用次数',
    '失败次数',
    '输入 tokens',
    '输出 tokens',
    '图片张数',
    '成本（元）',
    '用时 P50（毫秒）',
    '用时 P95（毫秒）',
    '首字 P50（毫秒）',
    '首字 P95（毫秒）',
  ],
  en: [
    'Id',
    'Calls',
    'Errors',
    'Input tokens',
    'Output tokens',
    'Pictures',
    'Cost (CNY)',
    'Latency P50 (ms)',
    'Latency P95 (ms)',
    'First token P50 (ms)',
    'First token P95 (ms)',
  ],
}

/** The report as a file for spreadsheets. */
export async function exportUsage(ctx: DomainContext, input: UsageCsvInput): Promise<FileDto> {
  const report = await reportUsage(ctx, input, { maxGroups: maxRows })
  const rows = report.groups.map((group) => [
    group.label,
    group.key,
    group.calls,
    group.errors,
    group.inputTokens,
    group.outputTokens,
    group.pictures,
    group.costMicroYuan / 1_000_000,
    group.latencyP50Ms,
    group.latencyP95Ms,
    group.firstTokenP50Ms,
    group.firstTokenP95Ms,
  ])
  return {
    name: `mozhou-usage-${input.by}-${input.from}-${input.to}.csv`,
    mediaType: 'text/csv',
    text: toCsv([[dimensions[input.locale][input.by], ...columns[input.locale]], ...rows]),
    isTruncated: report.groupCount > report.groups.length,
  }
}
