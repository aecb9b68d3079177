/** The trainer, its losses and metrics. */
package facedepth.training;
