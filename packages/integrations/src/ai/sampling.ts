import type { ModelParameters } from '@mozhou/contracts/models/inputs'

/** What the vendor accepts; values outside are clamped, because temperature is taste and not worth a failed call. */
export interface TemperatureRange {
  min: number
  max: number
}

function allowsSampling({ sampling, reasoning }: ModelParameters): boolean {
  return sampling === 'allowed' || (sampling === 'only_without_reasoning' && reasoning === 'off')
}

/** `temperature` and `top_p` as the wire wants them; nothing where the model refuses the fields themselves. */
export function readSampling(
  parameters: ModelParameters,
  asked: number | undefined,
  range: TemperatureRange,
): { temperature?: number; top_p?: number } {
  if (!allowsSampling(parameters)) return {}
  const temperature = asked ?? parameters.temperature
  return {
    ...(typeof temperature === 'number' && { temperature: Math.min(range.max, Math.max(range.min, temperature)) }),
    ...(typeof parameters.topP === 'number' && { top_p: parameters.topP }),
  }
}
