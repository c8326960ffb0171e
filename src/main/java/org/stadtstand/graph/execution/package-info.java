/**
 * How a question is executed: at once from memory, or in one batch for each level.
 *
 * <h2>How direct answers work</h2>
 *
 * <p><b>The idea.</b> The engine asks every field of every object by itself. For each it makes
 * parameters, a path, a step and a place in a tree of futures, so that it can batch, report and
 * cancel. A page of fifty projects is three thousand fields, and once all records are in memory
 * nothing is batched, nothing fails and nothing is cancelled: that machinery was 60 % of the time.
 * So what follows from records in memory alone is answered in a loop, and everything else stays
 * with the engine. There is no second engine: whatever is rare is handed back.
 *
 * <p><b>The steps.</b>
 *
 * <ol>
 *   <li>The engine completes a value that is an object or a list of them. {@link
 *       org.stadtstand.graph.execution.DirectStrategy} is asked first, once for each value.
 *   <li>{@link org.stadtstand.graph.execution.Selections} works out once for a request what the
 *       field selects: fragments unfolded, arguments coerced, conditions decided. It needs a {@link
 *       org.stadtstand.graph.execution.SynchronousFetcher} fetcher for every field below; one that
 *       is none, or a field that is merged from two, leaves the whole value to the engine.
 *   <li>A {@code Direct} says once, for its arguments, how any source answers: a plain function.
 *       {@link org.stadtstand.graph.execution.ValueCompletion} makes of its value what the type
 *       demands.
 *   <li>What is not in memory is {@code Direct.ABSENT}, and {@link
 *       org.stadtstand.graph.execution.PendingReads} notes which keys of which {@link
 *       org.stadtstand.graph.execution.Batch} were missing. The walk goes on to the end, so that
 *       all of a level is known.
 *   <li>Where one field of the root is the whole question, what is missing is read, each batch in
 *       one statement, and the walk is tried again: once for each level of lists that follow from
 *       one another. Beside other fields nothing is read here, because they share those batches;
 *       after a few failures the field is left to the engine and its data loaders.
 *   <li>Objects selected alike share their names ({@link
 *       org.stadtstand.graph.execution.AnsweredObject}). What a record answers to a field of a
 *       document, in a state that never changes, is kept whole with its writing ({@link
 *       org.stadtstand.graph.execution.KeptAnswers}).
 *   <li>To the engine the answer is a value without parts. It asks for nothing below it.
 * </ol>
 *
 * <p><b>What must hold.</b> A direct answer has no effect, for it may be asked for twice. Nothing
 * in it is a future. Whatever goes wrong is {@code ABSENT}, so that the engine meets it again at
 * the field where it belongs and reports it there; a batch that has failed in a request is not read
 * a second time, so that nobody waits twice for a database that is away. {@code Selections} and
 * {@code AtHand} belong to one request and one thread.
 *
 * <p><b>What it rests on.</b> Four things inside graphql-java, to be looked at with every upgrade:
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
