/** Networks written down as ONNX graphs. */
package facedepth.networks.onnx;
