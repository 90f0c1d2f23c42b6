import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import { mayDo } from '@mozhou/contracts/permissions'
import { publicProcedure, router } from '../trpc.ts'

export interface SystemInfo {
  /** Models may answer with sandbox samples; the apps say so. */
  isSandbox: boolean
  /** For those who may see workflows; null for everyone else. */
  temporalUiUrl: string | null
  priceCredits: number
  signupGiftCredits: number
  /** Whole days that the gift lives; null: for ever. */
  signupGiftDays: number | null
  /** Addresses are verified by mail, and the sign-up gift waits for that. */
  verifiesEmail: boolean
}

export const systemRouter = router({
  info: publicProcedure.query(async ({ ctx }): Promise<SystemInfo> => {
    const identity = await ctx.identify()
    const person = identity.kind === 'known' && identity.caller.kind === 'session' ? identity.caller.user : null
    const maySeeWorkflows = person !== null && mayDo(person.role, 'workflow:read')
    return {
      isSandbox: ctx.domain.settings.sandboxUrl !== null,
      temporalUiUrl: maySeeWorkflows ? ctx.temporalUiUrl : null,
      priceCredits: generationPriceCredits,
      verifiesEmail: ctx.domain.settings.verifiesEmail,
      signupGiftCredits: ctx.domain.settings.signupGiftCredits,
      signupGiftDays: ctx.domain.settings.signupGiftDays,
    }
  }),
})
