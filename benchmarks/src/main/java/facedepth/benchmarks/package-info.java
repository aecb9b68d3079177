/** JMH benchmarks; never part of the tests. */
package facedepth.benchmarks;
