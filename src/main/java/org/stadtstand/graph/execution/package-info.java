/**
 * How a question is executed: at once from memory, or in one batch for each level.
 *
 * <h2>How direct answers work</h2>
 *
 * <p><b>The idea.</b> The engine handles every field of every object separately. For each it
 * creates parameters, a path, a step and a place in a tree of futures, so that it can batch, report
 * and cancel. A page of fifty projects is three thousand fields, and once all records are in memory
 * nothing is batched, nothing fails and nothing is cancelled: that machinery took 60 % of the time.
 * So whatever follows from records in memory alone is answered in a loop, and everything else stays
 * with the engine. There is no second engine: anything unusual is handed back.
 *
 * <p><b>The steps.</b>
 *
 * <ol>
 *   <li>The engine completes a value that is an object or a list of them. {@link
 *       org.stadtstand.graph.execution.DirectStrategy} is called first, once for each value.
 *   <li>{@link org.stadtstand.graph.execution.Selections} works out once per request what the field
 *       selects: fragments inlined, arguments coerced, conditions evaluated. Every field below
 *       needs a {@link org.stadtstand.graph.execution.SynchronousFetcher}; any other fetcher, or a
 *       field merged from two, leaves the whole value to the engine.
 *   <li>A {@code SynchronousFetcher} returns, once for its arguments, a plain function by which any
 *       source answers. {@link org.stadtstand.graph.execution.ValueCompletion} completes its value
 *       as the type demands.
 *   <li>A row of a sheet stays a row ({@link org.stadtstand.record.listing.Slice.Unread}): a field
 *       that is a component of its record reads that one, and the whole record is made only for a
 *       field that needs it.
 *   <li>What is not in memory is {@code SynchronousFetcher.ABSENT}, and {@link
 *       org.stadtstand.graph.execution.PendingReads} notes which keys of which {@link
 *       org.stadtstand.graph.execution.Batch} were missing. The walk continues to the end, so that
 *       everything missing on a level is known.
 *   <li>If one root field is the whole question, what is missing is read, each batch in one
 *       statement, and the walk is repeated: once for each level of dependent lists. With other
 *       root fields nothing is read here, because they share those batches; after a few failures
 *       the field is left to the engine and its data loaders.
 *   <li>Objects with the same selection share their names ({@link
 *       org.stadtstand.graph.execution.AnsweredObject}). A record's answer to a field of a
 *       document, in a state that never changes, is cached as a whole with its JSON ({@link
 *       org.stadtstand.graph.execution.KeptAnswers}), and found there before the record is read.
 *   <li>To the engine the answer is a value without parts. It requests nothing below it.
 * </ol>
 *
 * <p><b>What must hold.</b> A direct answer has no side effects, for it may be requested twice. It
 * contains no futures. Whatever goes wrong is {@code ABSENT}, so that the engine meets it again at
 * the field where it belongs and reports it there; a batch that has failed in a request is not read
 * a second time, so that nobody waits twice for an unreachable database. {@code Selections} and
 * {@code PendingReads} belong to one request and one thread.
 *
 * <p><b>What it relies on.</b> Four internals of graphql-java, to be checked with every upgrade:
 * {@code AsyncExecutionStrategy.completeValue} is called for each value before its parts; a {@code
 * FieldValueInfo} of the kind {@code SCALAR} is taken as it is; {@code FieldCollector} and {@code
 * ValuesResolver}, both internal, collect fields and coerce arguments. Instrumentation of single
 * fields does not see direct answers; there is none.
 *
 * <p><b>When it breaks.</b> {@code execution.direct: false} leaves everything to the engine. The
 * answers are the same and take up to twice the time; {@code DirectAnswersIT} compares both ways,
 * and so does {@code EngineAloneIT} for the documented examples. Decision 0037 has the figures.
 */
@NullMarked
package org.stadtstand.graph.execution;

import org.jspecify.annotations.NullMarked;
