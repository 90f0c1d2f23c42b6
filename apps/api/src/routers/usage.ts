import type { FileDto } from '@mozhou/contracts/answers'
import type { UsageRowDto } from '@mozhou/contracts/models/answers'
import type { Page } from '@mozhou/contracts/page'
import { myUsageInput, usageCsvInput, usageReportInput, usageRowsInput } from '@mozhou/contracts/models/usage-inputs'
import type { MyUsageDto, UsageReportDto } from '@mozhou/contracts/models/usage-answers'
import { exportUsage } from '@mozhou/domain/models/export-usage'
import { getMyUsage } from '@mozhou/domain/models/get-my-usage'
import { listUsage } from '@mozhou/domain/models/list-usage'
import { reportUsage } from '@mozhou/domain/models/report-usage'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

export const usageRouter = router({
  report: adminProcedure('usage:read')
    .input(usageReportInput)
    .query(({ ctx, input }): Promise<UsageReportDto> => reportUsage(ctx.domain, input)),

  rows: adminProcedure('usage:read')
    .input(usageRowsInput)
    .query(({ ctx, input }): Promise<Page<UsageRowDto>> => listUsage(ctx.domain, input)),

  csv: adminProcedure('usage:read')
    .meta({ isLong: true })
    .input(usageCsvInput)
    .query(({ ctx, input }): Promise<FileDto> => exportUsage(ctx.domain, input)),

  mine: userProcedure
    .input(myUsageInput)
    .query(({ ctx, input }): Promise<MyUsageDto> => getMyUsage(ctx.domain, { ...input, userId: ctx.user.id })),
})
