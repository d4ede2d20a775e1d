/** Does `count` pieces of work, `atOnce` of them at a time, each as soon as one before it is done. */
export async function inFlight(
  atOnce: number,
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
