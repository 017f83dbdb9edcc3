/** Acronyms that readers of any language know. */
export const everywhere: readonly string[] = [
  'ISO', 'PDF', 'HTML', 'CSV', 'URL', 'JPEG', 'PNG', 'SVG', 'GPS', 'TV', 'DVD', 'USB', 'QR', 'ID', 'IT', 'OK', 'TNT', 'DNA', 'TLP',
  'UNESCO', 'UNICEF', 'INTERPOL', 'COVID', 'BBC', 'CNN', 'UTC', 'GMT', 'CET', 'CEST',
  'EUR', 'USD', 'GBP', 'CHF', 'NOK', 'SEK', 'DKK', 'PLN', 'JPY', 'CAD', 'AUD',
]
