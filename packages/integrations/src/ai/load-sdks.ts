/**
 * SDKs of vendors come with the first call: a process that makes none, as the API until an operator tries a model, does without their
 * megabytes.
 */
export const loadOpenAi = () => import('./openai-client.ts')
export const loadAnthropic = () => import('@anthropic-ai/sdk')

/** For a process that calls models all day, so that its first text waits for nothing. */
export async function loadSdks(): Promise<void> {
  await Promise.all([loadOpenAi(), loadAnthropic()])
}
